#include "ui/pages/setup/setup_edits.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/run/sections.h"

namespace tunebench::ui {
namespace {

void addChanges(const RunConfig& before, const RunConfig& after, std::string_view section,
                std::vector<std::string>& fields) {
    const ParamMap former = section_params(before, section);
    const ParamMap latter = section_params(after, section);
    const auto add = [&](const std::string& key) {
        std::string field = section == "general" ? key : std::string(section) + "." + key;
        if (std::ranges::find(fields, field) == fields.end())
            fields.push_back(std::move(field));
    };
    for (const auto& [key, value] : former.entries)
        if (const auto* other = latter.find(key); other == nullptr || !(*other == value))
            add(key);
    for (const auto& [key, value] : latter.entries)
        if (former.find(key) == nullptr)
            add(key);
}

/// Empty where several changed, or one that no section describes.
std::string onlyChangedField(const RunConfig& before, const RunConfig& after) {
    std::vector<std::string> fields;
    addChanges(before, after, "general", fields);
    for (const std::string_view section : section_names())
        addChanges(before, after, section, fields);
    return fields.size() == 1 ? fields.front() : std::string();
}

}  // namespace

SetupEdits::SetupEdits(RunConfig start, std::size_t mostSteps)
    : mostSteps_(std::max<std::size_t>(mostSteps, 1)) {
    entries_.push_back({.run = {.config = std::move(start)}});
}

bool SetupEdits::record(const RunConfig& config) {
    if (current().config == config)
        return false;
    entries_.resize(at_ + 1);
    std::string field = onlyChangedField(current().config, config);
    if (isInField_ && canUndo() && !field.empty() && field == entries_[at_].field) {
        entries_[at_].run.config = config;
        if (entries_[at_ - 1].run.config == config) {
            entries_.pop_back();
            --at_;
            isInField_ = false;
        }
        return true;
    }
    entries_.push_back({.run = {.config = config, .basis = current().basis}, .field = std::move(field)});
    ++at_;
    if (at_ > mostSteps_) {
        entries_.pop_front();
        --at_;
    }
    isInField_ = true;
    return true;
}

void SetupEdits::setBasis(std::optional<RunBasis> basis) {
    entries_[at_].run.basis = std::move(basis);
}

std::string SetupEdits::undo() {
    isInField_ = false;
    return entries_[at_--].field;
}

std::string SetupEdits::redo() {
    isInField_ = false;
    return entries_[++at_].field;
}

}  // namespace tunebench::ui
