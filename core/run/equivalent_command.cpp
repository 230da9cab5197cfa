#include "core/run/equivalent_command.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

/// Texts that may stand for a value, the shortest first. Which of them reads back as the value, its field
/// knows.
std::vector<std::string> texts_of(const ParamValue& value) {
    std::vector<std::string> texts;
    if (const auto* text = value.get<std::string>())
        texts.push_back(*text);
    if (const auto* flag = value.get<bool>())
        texts.emplace_back(*flag ? "on" : "off");
    if (const auto* list = value.get<ParamList>(); list && list->size() == 1)
        if (const auto* text = list->front().get<std::string>())
            texts.push_back(*text);
    texts.push_back(json_text(to_json(value)));
    return texts;
}

std::string field_name(std::string_view section, std::string_view key) {
    return section == "general" ? std::string(key) : fmt::format("{}.{}", section, key);
}

class Difference {
public:
    Difference(RunConfig start, const RunConfig& wanted) : config_(std::move(start)), wanted_(wanted) {}

    Result<void> add_choice(std::string_view section) {
        const auto& id = selection_of(wanted_, section).id;
        if (selection_of(config_, section).id == id)
            return {};
        return add(fmt::format("{}.id={}", section, id));
    }

    Result<void> add_fields(std::string_view section) {
        const auto wanted = section_params(wanted_, section);
        for (const auto& [key, value] : wanted.entries)
            if (key != "id" || !is_selection(section))
                TRY_VOID(add_field(section, key, value));
        return {};
    }

    std::vector<std::string> take() { return std::move(overrides_); }

private:
    bool has(std::string_view section, std::string_view key, const ParamValue& value) const {
        const auto now = section_params(config_, section);
        const auto* found = now.find(key);
        return found && *found == value;
    }

    Result<void> add(std::string assignment) {
        TRY_VOID(apply_override(config_, assignment));
        overrides_.push_back(std::move(assignment));
        return {};
    }

    Result<void> add_field(std::string_view section, const std::string& key, const ParamValue& value) {
        if (has(section, key, value))
            return {};
        const auto name = field_name(section, key);
        for (const auto& text : texts_of(value)) {
            const auto before = config_;
            auto assignment = fmt::format("{}={}", name, text);
            if (apply_override(config_, assignment) && has(section, key, value)) {
                overrides_.push_back(std::move(assignment));
                return {};
            }
            config_ = before;
        }
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{} cannot be said on a command line", name),
                     .hint = "Save a run file, and run that.",
                     .field = name};
    }

    RunConfig config_;
    const RunConfig& wanted_;
    std::vector<std::string> overrides_ = {};
};

}  // namespace

Result<std::vector<std::string>> overrides_between(const RunConfig& start, const RunConfig& wanted) {
    Difference difference(start, wanted);
    for (const auto* section : {"method", "optimizer", "schedule"})
        TRY_VOID(difference.add_choice(section));
    TRY_VOID(difference.add_fields("general"));
    for (const auto section : section_names())
        TRY_VOID(difference.add_fields(section));
    return difference.take();
}

std::string shell_quoted(std::string_view word) {
    const auto is_plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view("_-./=:,@%+").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::ranges::all_of(word, is_plain))
        return std::string(word);
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

Result<std::string> equivalent_command(const RunConfig& run) {
    TRY(const auto overrides, overrides_between(default_run_config(), run));
    std::string command = "tunebench-cli run";
    if (!overrides.empty())
        command += " --set";
    for (const auto& override : overrides)
        command += " " + shell_quoted(override);
    return command;
}

}  // namespace tunebench
