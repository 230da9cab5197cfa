#include "ui/pages/setup_page.h"

#include <algorithm>

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/basis_bar.h"
#include "ui/pages/setup/card_columns.h"
#include "ui/pages/setup/column_choices.h"
#include "ui/pages/setup/dropped_files.h"
#include "ui/pages/setup/length_panel.h"
#include "ui/pages/setup/method_table.h"
#include "ui/pages/setup/precision_panel.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/pages/setup/recent_runs.h"
#include "ui/pages/setup/run_files.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/setup/setup_header.h"
#include "ui/pages/setup/setup_side.h"
#include "ui/pages/setup/setup_watch.h"
#include "ui/pages/setup/start_panel.h"
#include "ui/pages/setup/undo_actions.h"
#include "ui/text/core_sentence.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"
#include "ui/widgets/path_list_edit.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

Finding blocking(const Error& error) {
    return {.severity = Finding::Severity::Blocks,
            .field = error.field,
            .message = error.message,
            .hint = error.hint};
}

}  // namespace

SetupPage::SetupPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), edits_(default_run_config()) {
    form_ = new RunForm(this);
    files_ = new RunFiles(workbench.dataFolder(), this);
    watch_ = new SetupWatch(workbench.dataFolder(), this);
    recent_ = new RecentRuns(workbench.dataFolder(), this);
    build();
    offerRecentPaths();
    setAcceptDrops(true);
    if (const auto draft = files_->draft())
        form_->setConfig(*draft);
    new ColumnChoices(*form_, this);
    connect(form_, &RunForm::changed, this, &SetupPage::onFormChanged);
    connectHeader();
    connectFiles();
    connectWatch();
    connectCards();
    connectEdits();
    watch_->begin(config());
    showFacts();
}

SetupPage::~SetupPage() {
    if (watch_->isDraftDue())
        saveDraft();
}

// -- What it is made of ---------------------------------------------------------------------------------

void SetupPage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, 0);
    layout->setSpacing(12);
    header_ = new SetupHeader(*form_, this);
    layout->addWidget(header_);
    steps_ = new StepStrip(this);
    layout->addWidget(steps_);
    message_ = new MessageBar(this);
    layout->addWidget(message_);
    basis_ = new BasisBar(this);
    layout->addWidget(basis_);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kWide);
    buildCards();
    row->addWidget(columns_, 1);
    side_ = new SetupSide(this);
    row->addWidget(side_);
    layout->addLayout(row, 1);
}

void SetupPage::offerRecentPaths() {
    const auto editor = [this](const char* section, const char* key) {
        return form_->section(section)->form()->field(QLatin1String(key))->editor();
    };
    qobject_cast<PathEdit*>(editor("model", "path"))->setRecent(workbench_.recentModels());
    qobject_cast<PathListEdit*>(editor("data", "train"))->setRecent(workbench_.recentData());
    qobject_cast<PathEdit*>(editor("data", "validation"))->setRecent(workbench_.recentData());
}

void SetupPage::buildCards() {
    columns_ = new CardColumns(this);
    cards_ = makeSetupCards(*form_, columns_->content());
    columns_->setCards(cards_.all(), {cards_.method, cards_.training, cards_.watching});
}

// -- The run --------------------------------------------------------------------------------------------

const RunConfig& SetupPage::config() const {
    return form_->config();
}

void SetupPage::setConfig(const RunConfig& config) {
    message_->clear();
    set(config);
    basis_->forget();
}

void SetupPage::edit(const std::function<void(RunConfig&)>& apply) {
    RunConfig config = this->config();
    apply(config);
    set(config);
}

void SetupPage::startFromRun(const RunConfig& config, const QString& title) {
    replace(config, tr("Filled in like “%1”").arg(title));
    basis_->setBasis(RunBasis{this->config(), title});
}

bool SetupPage::openRunFile(const std::filesystem::path& file) {
    return files_->open(file);
}

void SetupPage::chooseRunFile() {
    files_->chooseFile();
}

void SetupPage::saveRunFile() {
    files_->saveFile(config());
}

void SetupPage::useSample() {
    const auto file = findSampleRun();
    if (!file)
        showError(file.error());
    else
        openRunFile(*file);
}

void SetupPage::useHubName(RepositoryKind kind, const QString& name) {
    RunConfig config = this->config();
    if (kind == RepositoryKind::Model)
        config.model.path = name.toStdString();
    else
        config.data.train = {name.toStdString()};
    replace(config, tr("“%1” is chosen").arg(name));
}

void SetupPage::saveDraft() {
    files_->saveDraft(config());
}

void SetupPage::start() {
    if (side_->start()->startButton()->isEnabled())
        Q_EMIT startRequested(config());
}

// -- What follows from it -------------------------------------------------------------------------------

void SetupPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // After the picture: nothing that reads a disk stands between the user and the window.
    QTimer::singleShot(0, recent_, &RecentRuns::read);
    QTimer::singleShot(0, watch_, &SetupWatch::learn);
    if (wasShown_)
        return;
    wasShown_ = true;
    QTimer::singleShot(0, watch_, &SetupWatch::check);
    QTimer::singleShot(0, watch_, &SetupWatch::lookAtData);
}

void SetupPage::onFormChanged() {
    showFacts();
    // The message's Undo would take back what was edited since.
    if (recordEdit() && hasWayBack_) {
        hasWayBack_ = false;
        message_->clear();
    }
    basis_->showRun(config());
    side_->start()->setChecking();
    watch_->follow(config());
}

void SetupPage::showFacts() {
    cards_.effective->setText(effectiveBatchText(config()));
    cards_.precision->showRun(config());
    header_->setSampleVisible(config().model.path.empty());
    updateSteps();
}

void SetupPage::onChecked(const SetupCheck& check) {
    check_ = check;
    if (!check.model)
        cards_.recognised->setText(
            tr("A folder from Hugging Face: config.json, safetensors, tokenizer.json. It is only read."));
    else if (*check.model)
        cards_.recognised->setText(modelText(**check.model));
    else
        cards_.recognised->setText(coreSentence(check.model->error().message));
    cards_.methods->showCards(check.methods, check.limit_bytes(), check.asked_bytes > 0);
    side_->showCheck(check);
    updateSteps();
    if (watch_->isCheckDue())
        return;  // the form has changed since
    updateStart();
    Q_EMIT checked();
}

void SetupPage::onMeasured(const LengthAnswer& answer) {
    length_ = answer;
    side_->length()->showLength(config(), answer);
    updateSteps();
}

void SetupPage::measureSpeed(const std::string& device) {
    speedDevice_ = device;
    speedRequest_ = workbench_.bridge().host().arithmetic_rates(device);
}

void SetupPage::onSpeeds(const HostReply<std::vector<ArithmeticRate>>& reply) {
    if (reply.request == speedRequest_)
        cards_.precision->showSpeeds(speedDevice_, reply.report);
}

std::vector<Finding> SetupPage::findings() const {
    std::vector<Finding> all;
    if (isBusy_)
        all.push_back({.field = "live",
                       .message = tr("Another run is active.").toStdString(),
                       .hint = tr("Stop it, or wait until it has finished.").toStdString()});
    for (const auto& error : form_->errors())
        all.push_back(blocking(error));
    if (check_)
        all.insert(all.end(), check_->findings.begin(), check_->findings.end());
    // From left to right, as the run is set up.
    std::ranges::stable_sort(all, {}, [](const Finding& finding) { return stepOf(finding.field); });
    return all;
}

void SetupPage::updateStart() {
    side_->start()->setFindings(findings());
}

void SetupPage::updateSteps() {
    steps_->showFacts({.config = &config(),
                       .check = check_ ? &*check_ : nullptr,
                       .length = length_ ? &*length_ : nullptr,
                       .findings = findings()});
}

void SetupPage::setBusy(bool isBusy) {
    if (isBusy == isBusy_)
        return;
    isBusy_ = isBusy;
    cards_.precision->setBusy(isBusy);
    if (isBusy) {
        updateStart();  // at once: nothing starts while it is being checked how much memory is left
        updateSteps();
    }
    if (wasShown_)
        watch_->check();
}

void SetupPage::showError(const Error& error) {
    message_->showError(error);
    if (!error.field.empty())
        message_->addAction(tr("Show the field"), [this, field = toQt(error.field)] { reveal(field); });
}

// -- Where one is led -----------------------------------------------------------------------------------

void SetupPage::reveal(const QString& field) {
    if (field == QLatin1String("live"))
        Q_EMIT liveRequested();
    else if (QWidget* target = form_->reveal(field))
        columns_->lead(target);
}

void SetupPage::leadTo(SetupStep step) {
    switch (step) {
        case SetupStep::Model:
            return columns_->lead(cards_.model);
        case SetupStep::Data:
            return columns_->lead(cards_.data);
        case SetupStep::Method:
            return columns_->lead(cards_.method);
        case SetupStep::Training:
            return columns_->lead(cards_.training);
        case SetupStep::Fits:
            break;
    }
    side_->flashEstimate();
}

void SetupPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void SetupPage::dropEvent(QDropEvent* event) {
    const DroppedFiles dropped = droppedFiles(*event->mimeData(), config());
    if (dropped.runFile)
        openRunFile(*dropped.runFile);
    else
        replace(dropped.config, tr("What was dropped is set"));
    event->acceptProposedAction();
}

}  // namespace tunebench::ui
