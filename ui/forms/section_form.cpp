#include "ui/forms/section_form.h"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/params/param_check.h"
#include "core/run/run_config.h"
#include "core/run/selection.h"
#include "core/schedules/schedule.h"
#include "ui/forms/field_grid.h"
#include "ui/forms/param_form.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {

std::vector<SectionForm::Entry> SectionForm::entriesOf(const std::string& section) {
    std::vector<Entry> entries;
    const auto add = [&entries](const auto& described, const QString& more) {
        entries.push_back({std::string(described.id), coreText(described.title),
                           coreText(described.summary) + more, described.specs});
    };
    if (section == "method")
        for (const Method* method : all_methods())
            add(*method,
                method->paper.empty() ? QString() : QStringLiteral(" (%1)").arg(toQt(method->paper)));
    if (section == "optimizer")
        for (const Optimizer* optimizer : all_optimizers())
            add(*optimizer, {});
    if (section == "schedule")
        for (const Schedule* schedule : all_schedules())
            add(*schedule, {});
    return entries;
}

SectionForm::SectionForm(std::string section, int columns, std::vector<std::string> without, QWidget* parent)
    : QWidget(parent),
      section_(std::move(section)),
      columns_(columns),
      without_(std::move(without)),
      entries_(entriesOf(section_)) {
    setObjectName(toQt(section_));
    layout_ = new QVBoxLayout(this);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(spacing::kUnit);
    if (entries_.empty()) {
        auto specs = section_specs(section_);
        std::erase_if(specs, [this](const ParamSpec& spec) {
            return std::find(without_.begin(), without_.end(), spec.key) != without_.end();
        });
        entries_.push_back({.specs = std::move(specs)});
    } else {
        buildChoice();
    }
    rebuild();
}

void SectionForm::buildChoice() {
    // In the columns of the fields below. What spans columns stands below the grid's struts: over them it
    // would take the spacing between its columns away.
    auto* row = new FieldGrid(columns_, this);
    const bool isBeside = columns_ > 1;
    if (isBeside)
        row->setVerticalSpacing(0);
    choice_ = new ComboEdit(this);
    choice_->setObjectName(QStringLiteral("id"));
    choice_->setAccessibleName(toQt(section_));
    for (const auto& entry : entries_)
        choice_->addItem(entry.title, toQt(entry.id));
    row->addWidget(choice_, isBeside ? 1 : 0, 0);
    summary_ = makeLabel({}, TextRole::Caption, this);
    summary_->setWordWrap(true);
    row->addWidget(summary_, 1, isBeside ? 1 : 0, 1, std::max(1, columns_ - 1));
    layout_->addLayout(row);
    connect(choice_, &QComboBox::currentIndexChanged, this, [this] {
        rebuild();
        Q_EMIT changed();
    });
}

const SectionForm::Entry& SectionForm::current() const {
    const int index = choice_ == nullptr ? 0 : std::max(0, choice_->currentIndex());
    return entries_[static_cast<std::size_t>(index)];
}

void SectionForm::rebuild() {
    const ParamMap edited = form_ == nullptr ? ParamMap() : form_->changedValues();
    const ParamLevel depth = form_ == nullptr ? ParamLevel::Basic : form_->depth();
    delete form_;
    form_ = new ParamForm(current().specs, columns_, this);
    form_->setSection(section_);
    form_->setDepth(depth);
    form_->setValues(edited);
    form_->setVisible(!current().specs.empty());
    if (summary_ != nullptr)
        summary_->setText(current().summary);
    layout_->addWidget(form_);
    connect(form_, &ParamForm::changed, this, &SectionForm::changed);
}

void SectionForm::followMethod(const std::string& id) {
    for (auto& entry : entries_)
        entry.specs = optimizer_specs(entry.id, id);
    rebuild();
}

std::string SectionForm::chosenId() const {
    return choice_ == nullptr ? std::string() : current().id;
}

ParamMap SectionForm::params() const {
    ParamMap params;
    if (choice_ != nullptr)
        params.set("id", current().id);
    for (const auto& [key, value] : form_->values().entries)
        params.set(key, value);
    return params;
}

void SectionForm::setParams(const ParamMap& params) {
    if (const auto* id = params.find("id"); id != nullptr && choice_ != nullptr) {
        const QSignalBlocker blocker(choice_);
        const auto* text = id->get<std::string>();
        choice_->setCurrentIndex(std::max(0, choice_->findData(text ? toQt(*text) : QString())));
        delete form_;  // nothing of the former choice is to be kept
        form_ = nullptr;
        rebuild();
    }
    form_->setValues(params);
}

std::vector<Error> SectionForm::errors() const {
    auto errors = form_->errors();
    for (auto& error : errors)
        error = in_section(std::move(error), section_ == "general" ? "" : section_);
    return errors;
}

bool SectionForm::reveal(const QString& key) {
    if (key == QLatin1String("id") && choice_ != nullptr) {
        choice_->setFocus();
        return true;
    }
    return form_->reveal(key);
}

void SectionForm::showError(const QString& key, const Error& error) {
    form_->showError(key, error);
}

}  // namespace tunebench::ui
