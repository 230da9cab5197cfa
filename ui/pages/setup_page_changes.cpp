// Changes of the whole run at once: said in a message, with the way back.
#include "core/memory/fit_table.h"
#include "core/methods/method.h"
#include "ui/forms/fit_suggestions.h"
#include "ui/forms/run_form.h"
#include "ui/pages/setup/basis_bar.h"
#include "ui/pages/setup/fit_table_dialog.h"
#include "ui/pages/setup_page.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {

void SetupPage::change(const RunConfig& config, const QString& message, const QString& hint) {
    const RunConfig former = this->config();
    const auto basis = basis_->basis();
    form_->setConfig(config);
    message_->show(MessageKind::Success, message, hint);
    message_->addAction(tr("Undo"), [this, former, basis] {
        message_->clear();
        basis_->setBasis(basis);
        form_->setConfig(former);
    });
    undoable_ = this->config();
}

void SetupPage::replace(const RunConfig& config, const QString& message) {
    if (this->config() == default_run_config())
        setConfig(config);
    else
        change(config, message);
}

void SetupPage::onOpened(const RunConfig& config) {
    const QString name = toQt(config.general.name);
    replace(config, name.isEmpty() ? tr("The run file is open") : tr("“%1” is open").arg(name));
    basis_->forget();
}

void SetupPage::usePreset(const RunPreset& preset) {
    const auto changed = with_preset(config(), preset);
    if (!changed)
        showError(changed.error());
    else
        change(*changed, tr("Settings of “%1”").arg(presetTitle(preset)), presetReason(preset));
}

void SetupPage::applySettings(const QStringList& assignments) {
    RunConfig changed = config();
    std::vector<std::string> texts;
    for (const QString& assignment : assignments)
        texts.push_back(assignment.toStdString());
    if (const auto applied = apply_overrides(changed, texts); !applied)
        showError(applied.error());
    else
        change(changed, tr("Changed %1").arg(settingsText(assignments.join(QLatin1Char(' ')))));
}

void SetupPage::showFitTable() {
    if (!check_ || !check_->model || !*check_->model)
        return;
    auto* dialog = new FitTableDialog((*check_->model)->config, config(), check_->limit_bytes(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FitTableDialog::chosen, this, &SetupPage::choose);
    dialog->open();
}

void SetupPage::choose(const QString& method, const QString& precision) {
    const PrecisionChoice* choice = find_precision_choice(precision.toStdString());
    if (choice == nullptr)
        return;
    const auto chosen = with_choice(config(), method.toStdString(), *choice);
    if (!chosen)
        return showError(chosen.error());
    change(
        *chosen,
        tr("%1, %2 is chosen").arg(coreText(find_method(chosen->method.id)->title), coreText(choice->title)));
}

}  // namespace tunebench::ui
