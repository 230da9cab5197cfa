#include "ui/pages/history/details/run_details_pane.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/history/changed_settings.h"
#include "core/run/general_data.h"
#include "ui/charts/chart_save_button.h"
#include "ui/pages/history/details/fact_card.h"
#include "ui/pages/history/details/step_memory_card.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kValue = 78;  // "-0.001234"
constexpr int kStep = 66;

}  // namespace

RunDetailsPane::RunDetailsPane(std::filesystem::path dataFolder, QWidget* parent)
    : QScrollArea(parent), dataFolder_(std::move(dataFolder)), facts_(this), cleaning_(this) {
    setObjectName(QStringLiteral("run_details"));
    setAccessibleName(tr("Details of the run"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::kUnit, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    note_ = makeLabel(tr("Choose one run to see everything about it."), TextRole::Caption, content);
    note_->setWordWrap(true);
    note_->setAlignment(Qt::AlignCenter);
    layout->addWidget(note_);
    setWidget(content);
    // The card's colour, as beside the scroll bar.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    buildCards();
    buildCleanUp();
    layout->addStretch(1);
    show({});
}

FactCard* RunDetailsPane::addCard(const QString& title, const QString& name, const QStringList& columns,
                                  const std::vector<int>& widths) {
    auto* card = new FactCard(title, name, columns, widths, widget());
    widget()->layout()->addWidget(card);
    return card;
}

void RunDetailsPane::buildCards() {
    metrics_ = addCard(tr("Metrics"), QStringLiteral("fact_metrics"),
                       {tr("Metric"), tr(">Last"), tr(">Best"), tr(">At step")}, {kValue, kValue, kStep});
    buildMemory();
    settings_ =
        addCard(tr("Configuration"), QStringLiteral("fact_settings"), {tr("Setting"), tr("Value")}, {150});
    sessions_ = addCard(tr("Sessions"), QStringLiteral("fact_sessions"),
                        {tr("Started"), tr("From"), tr(">To step"), tr("End")}, {110, 70, 90});
    checkpoints_ = addCard(tr("Checkpoints"), QStringLiteral("fact_checkpoints"),
                           {tr("Checkpoint"), tr(">Step"), tr(">Size")}, {70, 90});
    disk_ = addCard(tr("Disk use"), QStringLiteral("fact_disk"), {tr("What"), tr(">Size")}, {110});
    samples_ = addCard(tr("Samples"), QStringLiteral("fact_samples"),
                       {tr(">Step"), tr("Prompt"), tr("Answer")}, {130, 150});
    events_ = addCard(tr("Events"), QStringLiteral("fact_events"), {tr(">Step"), tr("What happened")}, {280});
    environment_ =
        addCard(tr("Environment"), QStringLiteral("fact_environment"), {tr("Fact"), tr("Value")}, {190});
}

void RunDetailsPane::buildMemory() {
    memory_ = new StepMemoryCard(widget());
    widget()->layout()->addWidget(memory_);
    connect(memory_->saveButton(), &ChartSaveButton::saved, this, &RunDetailsPane::chartSaved);
    connect(memory_->saveButton(), &ChartSaveButton::failed, this, &RunDetailsPane::failed);
}

void RunDetailsPane::buildCleanUp() {
    cleanUp_ = new QPushButton(icon(QStringLiteral("trash")), tr("Clean up"), disk_);
    cleanUp_->setObjectName(QStringLiteral("clean_up"));
    cleanUp_->setToolTip(tr(
        "Move checkpoints that nothing needs into the trash: all but the newest, the best, and what the run "
        "would roll back to"));
    disk_->header()->addWidget(cleanUp_);
    connect(cleanUp_, &QPushButton::clicked, this, &RunDetailsPane::cleanUp);
}

void RunDetailsPane::showRun(const QString& id) {
    id_ = id;
    if (id.isEmpty()) {
        facts_.cancel();
        return show({});
    }
    facts_.start([database = History::database_path(dataFolder_),
                  id = id.toStdString()](const CancelToken&) { return read(database, id); },
                 [this](const Facts& facts) { show(facts); });
}

RunDetailsPane::Facts RunDetailsPane::read(const std::filesystem::path& database, const std::string& id) {
    Facts facts;
    const auto reader = HistoryReader::open(database);
    if (!reader)
        return facts;
    auto details = (*reader)->run(id);
    auto metrics = (*reader)->summaries(id);
    if (!details || !metrics)
        return facts;
    facts.disk = disk_use(details->summary.folder);
    const auto training = (*reader)->metric(id, "loss");
    const auto validation = (*reader)->metric(id, "validation_loss");
    if (training && validation)
        facts.overfitting = overfittingOf(*training, *validation);
    if (const auto general = (*reader)->metric(id, kGeneralLoss))
        facts.forgetting = forgetting_of(*general);
    facts.changes = changed_settings(details->summary.folder / "events.jsonl");
    if (auto memory = read_step_timeline(details->summary.folder))
        facts.memory = *std::move(memory);
    facts.spare = spare_checkpoints(details->summary.folder);
    facts.details = *std::move(details);
    facts.metrics = *std::move(metrics);
    return facts;
}

void RunDetailsPane::show(const Facts& facts) {
    note_->setVisible(!facts.details.has_value());
    const RunDetails details = facts.details.value_or(RunDetails());
    const bool hasRun = facts.details.has_value();
    runFolder_ = details.summary.folder;
    spare_ = facts.spare;
    metrics_->setRows(metricRows(facts.metrics, facts.overfitting, facts.forgetting));
    memory_->setTimeline(facts.memory);
    settings_->setRows(hasRun ? settingRows(details.manifest) : std::vector<HubRow>());
    sessions_->setRows(sessionRows(details.sessions));
    checkpoints_->setRows(checkpointRows(details.checkpoints));
    disk_->setRows(diskRows(facts.disk));
    samples_->setRows(sampleRows(details.samples));
    events_->setRows(eventRows(details, facts.changes));
    environment_->setRows(environmentRows(details));
    // What is being put away is spare no more.
    cleanUp_->setEnabled(!spare_.empty() && !cleaning_.isBusy());
}

void RunDetailsPane::cleanUp() {
    cleanUp_->setEnabled(false);
    cleaning_.start(
        [data = dataFolder_, folder = runFolder_,
         names = spare_](const CancelToken&) -> std::optional<Error> {
            const auto done = put_checkpoints_away(data, folder, names);
            return done ? std::nullopt : std::optional(done.error());
        },
        [this, folder = runFolder_, names = spare_](const std::optional<Error>& error) {
            if (error)
                Q_EMIT failed(*error);
            else
                Q_EMIT checkpointsPutAway(folder, names);
            showRun(id_);
        });
}

}  // namespace tunebench::ui
