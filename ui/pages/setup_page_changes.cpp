// Changes of the run: of the whole at once, which are said in a message with the way back; undo and redo.
#include "core/memory/fit_table.h"
#include "core/methods/method.h"
#include "ui/forms/fit_suggestions.h"
#include "ui/forms/run_form.h"
#include "ui/pages/setup/basis_bar.h"
#include "ui/pages/setup/fit_table_dialog.h"
#include "ui/pages/setup/undo_actions.h"
#include "ui/pages/setup_page.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {

bool SetupPage::recordEdit() {
    if (isShowingEdit_)
        return true;
    edits_.setBasis(basis_->basis());
    const bool isAnother = edits_.record(config());
    undoActions_->setAvailable(edits_.canUndo(), edits_.canRedo());
    return isAnother;
}

void SetupPage::set(const RunConfig& config) {
    edits_.endField();
    form_->setConfig(config);
    edits_.endField();
}

void SetupPage::undo() {
    if (!edits_.canUndo())
        return;
    edits_.setBasis(basis_->basis());
    showEdit(edits_.undo());
}

void SetupPage::redo() {
    if (!edits_.canRedo())
        return;
    edits_.setBasis(basis_->basis());
    showEdit(edits_.redo());
}

void SetupPage::showEdit(const std::string& field) {
    const DescribedRun run = edits_.current();
    basis_->setBasis(run.basis);
    isShowingEdit_ = true;  // what is shown now is no change, also where the form words it in another way
    form_->setConfig(run.config);
    isShowingEdit_ = false;
    undoActions_->setAvailable(edits_.canUndo(), edits_.canRedo());
    if (!field.empty())
        reveal(toQt(field));
}

void SetupPage::change(const RunConfig& config, const QString& message, const QString& hint) {
    const RunConfig former = this->config();
    set(config);
    message_->show(MessageKind::Success, message, hint);
    hasWayBack_ = this->config() != former;
    if (hasWayBack_)
        message_->addAction(tr("Undo"), [this] { undo(); });
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
    auto* dialog = new FitTableDialog((*check_->model)->config, check_->onItsDevice(config()),
                                      check_->limit_bytes(), check_->calibration, this);
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
