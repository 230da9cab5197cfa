#include "ui/forms/run_form.h"

#include <algorithm>
#include <array>

#include <QLineEdit>

#include "core/run/run_paths.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr std::array kSections = {"model",      "data",        "method",         "optimizer",
                                  "schedule",   "budget",      "regularization", "precision",
                                  "evaluation", "checkpoints", "general"};

// "optimizer.learning_rate" is a field of a section; "seed" is one of the run itself.
std::pair<std::string, QString> splitField(const QString& field,
                                           const std::map<std::string, SectionForm*>& sections) {
    const qsizetype dot = field.indexOf(QLatin1Char('.'));
    const std::string head = field.left(dot).toStdString();
    if (dot > 0 && sections.contains(head))
        return {head, field.mid(dot + 1)};
    if (dot < 0 && sections.contains(head))
        return {head, {}};
    return {"general", field};
}

bool names(const std::vector<Error>& errors, const std::string& field) {
    return std::any_of(errors.begin(), errors.end(),
                       [&](const Error& error) { return error.field == field; });
}

}  // namespace

RunForm::RunForm(QWidget* parent) : QObject(parent), config_(default_run_config()) {
    name_ = new QLineEdit(parent);
    name_->setObjectName(QStringLiteral("run_name"));
    name_->setPlaceholderText(tr("Name of the run"));
    name_->setAccessibleName(tr("Name of the run"));
    connect(name_, &QLineEdit::textChanged, this, &RunForm::onChanged);
    for (const char* section : kSections) {
        auto* form = new SectionForm(section, 3, {"name"}, parent);
        connect(form, &SectionForm::changed, this, &RunForm::onChanged);
        sections_.emplace(section, form);
    }
    setConfig(config_);
}

std::vector<std::string> RunForm::sectionNames() {
    return {kSections.begin(), kSections.end()};
}

void RunForm::setConfig(const RunConfig& config) {
    isSetting_ = true;
    config_ = config;
    name_->setText(toQt(config.general.name));
    section("method")->setParams(section_params(config, "method"));
    followMethod();
    for (const auto& [name, form] : sections_)
        form->setParams(section_params(config, name));
    isSetting_ = false;
    onChanged();
}

void RunForm::onChanged() {
    if (isSetting_)
        return;
    followMethod();
    collect();
    Q_EMIT changed();
}

void RunForm::followMethod() {
    if (const auto id = section("method")->chosenId(); id != followed_) {
        followed_ = id;
        section("optimizer")->followMethod(id);
    }
}

void RunForm::collect() {
    errors_.clear();
    for (const char* section : kSections) {
        SectionForm* form = sections_.at(section);
        auto wrong = form->errors();
        auto params = form->params();
        if (std::string_view(section) == "general")
            params.set("name", name_->text().trimmed().toStdString());
        if (wrong.empty()) {
            // What only the whole section can tell: parameters that contradict each other.
            const auto accepted = set_section_params(config_, section, params);
            if (!accepted && !names(errors_, accepted.error().field)) {
                const auto [name, key] = splitField(toQt(accepted.error().field), sections_);
                sections_.at(name)->showError(key, accepted.error());
                wrong.push_back(accepted.error());
            }
        }
        errors_.insert(errors_.end(), wrong.begin(), wrong.end());
    }
    // What was typed is relative to the folder of the process; a folder wins over a name of the hub.
    make_paths_absolute(config_, {});
}

QWidget* RunForm::reveal(const QString& field) {
    if (field == QLatin1String("name")) {
        name_->setFocus(Qt::OtherFocusReason);
        return name_;
    }
    const auto [name, key] = splitField(field, sections_);
    SectionForm* form = sections_.at(name);
    if (!key.isEmpty() && form->reveal(key)) {
        ParamField* named = form->form()->field(key);
        return named != nullptr ? static_cast<QWidget*>(named) : form;
    }
    return name == "general" ? nullptr : form;
}

}  // namespace tunebench::ui
