// A table of metrics: the first line names the columns, one of them counts steps, every other column of
// numbers is a metric. Empty cells are steps without a value. Times are seconds, since the run began or by
// the clock. A table of a metric and a value a line, as `history export` writes it, is understood too.
#include "core/formats/csv.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/interchange/python_json.h"
#include "core/interchange/run_importer.h"

namespace tunebench::csv_import {
namespace {

constexpr std::size_t kPeekBytes = 4096;
constexpr std::size_t kNamedLines = 3;  // of those that cannot be read
constexpr double kClockTime = 1e9;      // seconds: a later time is one of the clock, since 1970
constexpr std::array<std::string_view, 7> kStepNames = {
    "step", "steps", "global_step", "trainer/global_step", "iteration", "iter", "iterations"};
constexpr std::array<std::string_view, 4> kTimeNames = {"seconds", "elapsed_seconds", "time",
                                                        "relative time"};
constexpr std::array<std::string_view, 3> kLogNames = {"metrics.csv", "progress.csv", "log.csv"};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool is_table(const std::filesystem::path& file) {
    const auto ending = lower(uncompressed_name(file).extension().string());
    return ending == ".csv" || ending == ".tsv";
}

/// In a folder only files that are called as logs are: others are data.
std::vector<ImportSource> find(const ImportPlace& place) {
    std::vector<ImportSource> sources;
    for (const auto& file : place.files) {
        const auto name = lower(file.filename().string());
        const bool is_log = std::ranges::find(kLogNames, name) != kLogNames.end();
        if (place.is_folder && is_log)
            sources.push_back({nullptr, file, {file}, file.parent_path().filename().string()});
        else if (!place.is_folder && is_table(file))
            sources.push_back({nullptr, file, {file}, uncompressed_name(file).stem().string()});
    }
    return sources;
}

std::optional<double> number_of(std::string_view cell) {
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '+'))
        cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ')
        cell.remove_suffix(1);
    double number = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (!cell.empty() && error == std::errc() && end == cell.data() + cell.size())
        return number;
    return non_number(cell);
}

std::optional<std::int64_t> step_of(std::string_view cell) {
    const auto number = number_of(cell);
    if (!number || std::abs(*number) > 9.0e15 || *number != std::floor(*number))
        return {};
    return static_cast<std::int64_t>(*number);
}

/// What the columns are.
struct Header {
    std::vector<std::string> names = {};
    std::optional<std::size_t> step = {};
    std::optional<std::size_t> seconds = {};
    std::optional<std::size_t> metric = {};  // of a table with a value a line
    std::optional<std::size_t> value = {};

    bool is_metric(std::size_t column) const {
        return column < names.size() && column != step && column != seconds && !names[column].empty();
    }
};

template <std::size_t N>
std::optional<std::size_t> column_called(const std::vector<std::string>& names,
                                         const std::array<std::string_view, N>& wanted) {
    for (const auto name : wanted)
        for (std::size_t i = 0; i < names.size(); ++i)
            if (lower(names[i]) == name)
                return i;
    return {};
}

Header header_of(std::vector<std::string> names) {
    Header header{.names = std::move(names)};
    header.step = column_called(header.names, kStepNames);
    header.seconds = column_called(header.names, kTimeNames);
    const auto metric = column_called<1>(header.names, {"metric"});
    const auto value = column_called<1>(header.names, {"value"});
    if (metric && value && header.step) {
        header.metric = metric;
        header.value = value;
    }
    return header;
}

class Table {
public:
    Table(Header header, ImportedRun& run) : header_(std::move(header)), run_(run) {}

    Result<void> add(const CsvRecord& record) {
        const auto cell = [&](std::size_t column) {
            return column < record.fields.size() ? std::string_view(record.fields[column])
                                                 : std::string_view();
        };
        const auto step = header_.step ? step_of(cell(*header_.step)) : std::optional(++rows_);
        if (!step) {
            ++without_step_;
            return {};
        }
        if (header_.metric) {
            if (const auto value = number_of(cell(*header_.value)))
                TRY_VOID(run_.add(cell(*header_.metric), *step, *value));
        } else {
            for (std::size_t i = 0; i < record.fields.size(); ++i)
                if (header_.is_metric(i))
                    TRY_VOID(add_cell(i, *step, record.fields[i]));
        }
        if (header_.seconds)
            set_time(*step, number_of(cell(*header_.seconds)).value_or(std::nan("")));
        return {};
    }

    void pass_over(const Error& unreadable) {
        if (++unreadable_ <= kNamedLines)
            run_.remarks.push_back(unreadable.message);
    }

    void finish() {
        if (unreadable_ > kNamedLines)
            run_.remarks.push_back(fmt::format("{} more lines could not be read", unreadable_ - kNamedLines));
        if (without_step_ > 0)
            run_.remarks.push_back(fmt::format("{} lines without a step were left out", without_step_));
        if (!header_.step)
            run_.remarks.emplace_back("no column is called step: lines were counted");
        for (const auto& column : texts_)
            run_.remarks.push_back(fmt::format("the column {} has texts, which were left out", column));
    }

private:
    void set_time(std::int64_t step, double seconds) {
        const auto found = run_.steps.find(step);
        if (!std::isfinite(seconds) || found == run_.steps.end())
            return;
        if (!began_)
            began_ = seconds > kClockTime ? seconds : 0.0;
        found->second.seconds = seconds - *began_;
    }

    Result<void> add_cell(std::size_t column, std::int64_t step, const std::string& cell) {
        if (const auto value = number_of(cell))
            return run_.add(header_.names[column], step, *value);
        if (!cell.empty())
            texts_.insert(header_.names[column]);
        return {};
    }

    Header header_;
    ImportedRun& run_;
    std::int64_t rows_ = 0;
    std::size_t without_step_ = 0;
    std::size_t unreadable_ = 0;
    std::optional<double> began_ = {};  // by the clock; 0 where times are those elapsed
    std::set<std::string> texts_ = {};
};

Result<char> delimiter_of(const std::filesystem::path& file) {
    TRY(const auto stream, open_byte_stream(file));
    std::string beginning(kPeekBytes, '\0');
    TRY(const auto count, stream->read(beginning));
    return csv_delimiter(std::string_view(beginning).substr(0, count));
}

Result<ImportedRun> read(const ImportSource& source) {
    const auto& file = source.files.front();
    TRY(const char delimiter, delimiter_of(file));
    TRY(auto stream, open_byte_stream(file));
    CsvReader reader(std::move(stream), delimiter);
    TRY(auto header, reader.next());
    ImportedRun run;
    run.name = source.name;
    if (!header)
        return run;
    Table table(header_of(std::move(header->fields)), run);
    while (true) {
        const auto record = reader.next();
        if (!record) {
            table.pass_over(record.error());
            continue;
        }
        if (!*record)
            break;
        TRY_VOID(table.add(**record));
    }
    table.finish();
    return run;
}

}  // namespace

const RunImporter& importer() {
    static const RunImporter importer = {
        .id = "csv", .title = "CSV tables with a column of steps", .find = find, .read = read};
    return importer;
}

}  // namespace tunebench::csv_import
