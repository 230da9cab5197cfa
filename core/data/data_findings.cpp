#include "core/data/data_findings.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tunebench {
namespace {

using Severity = DataFinding::Severity;

constexpr std::int64_t kUnbalanced = 10;  // times as many examples of one label as of another
constexpr std::int64_t kMostTokens = 1'048'576;

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string rows_of(const RowGroup& group, std::string_view verb_one, std::string_view verb_many) {
    return fmt::format("{} {}", counted(group.count, "row", "rows"), group.count == 1 ? verb_one : verb_many);
}

/// Collects the findings about the rows of some files.
class FindingList {
public:
    explicit FindingList(const DataSection& data) : data_(data) {}

    void add_health(const DataHealth& health, std::string_view where);
    void add_leaked(const RowGroup& leaked);
    std::vector<DataFinding> take();

private:
    void add(DataFinding finding) {
        if (finding.rows.count > 0)
            list_.push_back(std::move(finding));
    }
    void add_refusals(const DataHealth& health);
    void add_left_out(const DataHealth& health);
    void add_cut(const DataHealth& health, std::string_view where);
    void add_contents(const DataHealth& health, std::string_view where);
    void add_encodings(const DataHealth& health);
    void add_labels(const DataHealth& health, std::string_view where);

    const DataSection& data_;
    std::vector<DataFinding> list_ = {};
};

void FindingList::add_health(const DataHealth& health, std::string_view where) {
    add_refusals(health);
    add_left_out(health);
    add_cut(health, where);
    add_contents(health, where);
    add_encodings(health);
    add_labels(health, where);
}

void FindingList::add_refusals(const DataHealth& health) {
    for (const auto& reason : health.reasons) {
        const auto& rows = reason.rows;
        const bool is_whole_file = !rows.first.empty() && rows.first.front().line == 0;
        add({.severity = Severity::Stops,
             .id = is_whole_file ? "refused_file" : "refused",
             .message = rows.count == 1 ? reason.first_message
                                        : fmt::format("{} {} cannot be read; the first: {}", rows.count,
                                                      is_whole_file ? "files" : "rows", reason.first_message),
             .hint = reason.hint,
             .field = reason.field,
             .rows = rows});
    }
}

void FindingList::add_left_out(const DataHealth& health) {
    add({.id = "unlearnable",
         .message =
             fmt::format("{} nothing to learn and {} left out", rows_of(health.unlearnable, "has", "have"),
                         health.unlearnable.count == 1 ? "is" : "are"),
         .hint =
             "Only completions and messages of the role assistant are learned: write the missing answers, "
             "or set data.loss_on to all.",
         .field = "data.loss_on",
         .rows = health.unlearnable});
    add({.id = "cut_away",
         .message = fmt::format("{} the whole answer to the cut at {} tokens and {} left out",
                                rows_of(health.cut_away, "loses", "lose"), data_.max_length,
                                health.cut_away.count == 1 ? "is" : "are"),
         .hint = "Raise data.max_length, or shorten the questions.",
         .field = "data.max_length",
         .rows = health.cut_away});
    add({.id = "empty",
         .message = fmt::format("{} no text and {} left out", rows_of(health.empty, "has", "have"),
                                health.empty.count == 1 ? "is" : "are"),
         .hint = "Delete them, or say in data.columns which columns hold the text.",
         .field = "data.columns",
         .rows = health.empty});
}

void FindingList::add_cut(const DataHealth& health, std::string_view where) {
    const auto examples = std::max<std::int64_t>(health.report.examples, 1);
    const double share = 100.0 * static_cast<double>(health.truncated.count) / static_cast<double>(examples);
    const auto longest = std::min(health.lengths.longest, kMostTokens);
    add({.severity = share < 1.0 ? Severity::Notes : Severity::Warns,
         .id = "truncated",
         .message = fmt::format("{} of {} ({:.1f} %) {} cut at {} tokens",
                                counted(health.truncated.count, "example", "examples"), where, share,
                                health.truncated.count == 1 ? "is" : "are", data_.max_length),
         .hint = fmt::format("A data.max_length of {} leaves 99 % of them whole, {} all of them.",
                             std::min(health.lengths.percentile_99, kMostTokens), longest),
         .field = "data.max_length",
         .rows = health.truncated});
}

void FindingList::add_contents(const DataHealth& health, std::string_view where) {
    add({.severity = data_.deduplicate ? Severity::Notes : Severity::Warns,
         .id = "repeated",
         .message =
             fmt::format("{} of {} what an earlier one says{}", counted(health.repeated.count, "row", "rows"),
                         fmt::format("{} {}", where, health.repeated.count == 1 ? "says" : "say"),
                         data_.deduplicate ? " and will be left out" : ""),
         .hint = data_.deduplicate ? "Nothing needs to be done."
                                   : "Switch on data.deduplicate to leave them out: what is repeated is "
                                     "memorised.",
         .field = "data.deduplicate",
         .rows = health.repeated});
    add({.id = "blank_parts",
         .message = fmt::format("{} a blank text beside one that is not",
                                rows_of(health.blank_parts, "has", "have")),
         .hint = "Fill in the text, or delete the row.",
         .rows = health.blank_parts});
    add({.id = "empty_answers",
         .message =
             fmt::format("{} an empty turn of the assistant", rows_of(health.empty_answers, "has", "have")),
         .hint = "Write the answer, or delete the turn: nothing is learned from it.",
         .rows = health.empty_answers});
    add({.id = "out_of_turn",
         .message = fmt::format("{} turns out of order", rows_of(health.out_of_turn, "has", "have")),
         .hint = "User and assistant take turns, and the user begins: correct the roles, or join turns that "
                 "follow each other.",
         .rows = health.out_of_turn});
    add({.id = "enormous",
         .message = fmt::format("{} a text of more than 256 KiB", rows_of(health.enormous, "has", "have")),
         .hint = "A missing quotation mark often swallows the rows behind it: check where the row ends. Long "
                 "documents belong in .txt or .md files, which are split and not cut.",
         .rows = health.enormous});
}

void FindingList::add_encodings(const DataHealth& health) {
    add({.id = "unreadable_text",
         .message = fmt::format("{} characters that an earlier conversion could not read (U+FFFD)",
                                rows_of(health.unreadable_text, "has", "have")),
         .hint = "Convert the source to UTF-8 again, from the encoding that it really has.",
         .rows = health.unreadable_text});
    add({.id = "decoded_twice",
         .message = fmt::format("{} letters that were encoded twice, such as Ã© for é",
                                rows_of(health.decoded_twice, "has", "have")),
         .hint =
             "UTF-8 was read as Latin-1 or Windows-1252 and saved again: go back to the source, and read it "
             "as UTF-8.",
         .rows = health.decoded_twice});
    add({.id = "control_characters",
         .message = fmt::format("{} control characters", rows_of(health.control_characters, "has", "have")),
         .hint = "Delete them: no text has them, and the model would learn to write them.",
         .rows = health.control_characters});
}

void FindingList::add_labels(const DataHealth& health, std::string_view where) {
    const auto& labels = health.report.labels;
    if (labels.empty() || health.report.examples == 0)
        return;
    const auto [rarest, commonest] = std::ranges::minmax_element(labels, {}, &LabelCount::examples);
    if (commonest->examples < kUnbalanced * std::max<std::int64_t>(rarest->examples, 1))
        return;
    list_.push_back({.id = "unbalanced",
                     .message = fmt::format("The labels of {} are unbalanced: {} of '{}', {} of '{}'", where,
                                            counted(commonest->examples, "example", "examples"),
                                            commonest->label, rarest->examples, rarest->label),
                     .hint =
                         "Add examples of the rare label, or give its file a weight: accuracy alone rewards "
                         "a model that never answers with it.",
                     .field = "data.train"});
}

void FindingList::add_leaked(const RowGroup& leaked) {
    add({.id = "leaked",
         .message =
             fmt::format("{} among the training rows too",
                         fmt::format("{} of the validation file {}", counted(leaked.count, "row", "rows"),
                                     leaked.count == 1 ? "is" : "are")),
         .hint = "Delete them from one of the files: the validation loss would measure what was memorised.",
         .field = "data.validation",
         .rows = leaked});
}

std::vector<DataFinding> FindingList::take() {
    std::ranges::stable_sort(list_, {}, &DataFinding::severity);
    return std::move(list_);
}

}  // namespace

std::vector<DataFinding> data_findings(const Diagnosis& diagnosis, const DataSection& data) {
    FindingList list(data);
    list.add_health(diagnosis.train, "the training data");
    list.add_health(diagnosis.validation, "the validation data");
    list.add_leaked(diagnosis.leaked);
    return list.take();
}

std::string_view severity_id(DataFinding::Severity severity) {
    static constexpr std::array<std::string_view, 3> kIds = {"stops", "warns", "notes"};
    return kIds[static_cast<std::size_t>(severity)];
}

bool stops_run(const std::vector<DataFinding>& findings) {
    return std::ranges::any_of(
        findings, [](const DataFinding& finding) { return finding.severity == Severity::Stops; });
}

}  // namespace tunebench
