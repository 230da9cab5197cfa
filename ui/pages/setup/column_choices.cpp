#include "ui/pages/setup/column_choices.h"

#include <algorithm>

#include "core/data/file_columns.h"
#include "core/data/layout.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"

namespace tunebench::ui {
namespace {

constexpr int kLookMs = 150;

ColumnMapEdit* editIn(const RunForm& form) {
    auto* field = form.section("data")->form()->field(QStringLiteral("columns"));
    return field == nullptr ? nullptr : qobject_cast<ColumnMapEdit*>(field->editor());
}

void addParts(DataLayout layout, std::vector<ColumnMapEdit::Part>& parts) {
    for (const auto& part : layout_description(layout).parts)
        if (std::ranges::find(parts, part.name, &ColumnMapEdit::Part::name) == parts.end())
            parts.push_back({std::string(part.name), part.is_required});
}

/// Where the layout is to be recognised, every part that leads to one; none of them alone is required.
std::vector<ColumnMapEdit::Part> partsOf(const RunConfig& config) {
    std::vector<ColumnMapEdit::Part> parts;
    if (config.model.task == Task::Classification)
        addParts(DataLayout::Classification, parts);
    else if (config.data.layout != DataLayout::Auto)
        addParts(config.data.layout, parts);
    if (!parts.empty())
        return parts;
    for (const auto* layout : layouts())
        if (!layout->has_label)
            addParts(layout->layout, parts);
    for (auto& part : parts)
        part.isRequired = false;
    return parts;
}

}  // namespace

ColumnChoices::ColumnChoices(RunForm& form, QObject* parent) : QObject(parent), form_(form), task_(this) {
    timer_.setSingleShot(true);
    timer_.setInterval(kLookMs);
    connect(&timer_, &QTimer::timeout, this, &ColumnChoices::onFormChanged);
    connect(&form_, &RunForm::changed, &timer_, qOverload<>(&QTimer::start));
    timer_.start();
}

ColumnChoices::Answer ColumnChoices::look(const RunConfig& config) {
    if (config.data.train.empty())
        return {};
    const auto columns = columns_of(config.data.train.front().path);
    if (!columns || columns->empty())
        return {};
    return {.parts = partsOf(config), .columns = *columns};
}

void ColumnChoices::onFormChanged() {
    task_.start([config = form_.config()](const CancelToken&) { return look(config); },
                [this](Answer answer) {
                    if (auto* edit = editIn(form_))
                        edit->setChoices(std::move(answer.parts), std::move(answer.columns));
                });
}

}  // namespace tunebench::ui
