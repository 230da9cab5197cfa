#include "ui/pages/live_page.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/run/run_folder.h"
#include "ui/charts/chart_save_button.h"
#include "ui/pages/live/chart_bar.h"
#include "ui/pages/live/live_charts.h"
#include "ui/pages/live/machine_view.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live/run_texts.h"
#include "ui/pages/live/run_tiles.h"
#include "ui/pages/live/sample_timeline.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kSmoothing[] = "live/smoothing";
constexpr char kPlaces[] = "live/places";
constexpr int kUnseenMs = 1000;  // for what other parts of the window say of the run

}  // namespace

LivePage::LivePage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), earlier_(this) {
    stack_ = new QStackedLayout(this);
    auto* empty = new EmptyState(QStringLiteral("live"), tr("No run yet"),
                                 tr("Loss, speed and memory of a run appear here while it trains."),
                                 tr("Set up a run"), this);
    connect(empty, &EmptyState::activated, this, &LivePage::setupRequested);
    stack_->addWidget(empty);
    stack_->addWidget(buildRun());
    refreshTimer_.setSingleShot(true);
    connect(&refreshTimer_, &QTimer::timeout, this, &LivePage::refresh);
    restoreCharts();
    connectCharts();
}

void LivePage::restoreCharts() {
    const QSettings& settings = workbench_.settings();
    charts_->setSmoothing(settings.value(QLatin1String(kSmoothing), 0.9).toDouble());
    const int places = settings.value(QLatin1String(kPlaces), 0).toInt();
    charts_->bar()->setPlaceKind(
        static_cast<PlaceKind>(std::clamp(places, 0, static_cast<int>(PlaceKind::Time))));
}

void LivePage::connectCharts() {
    connect(charts_, &LiveCharts::smoothingChanged, this, [this](double weight) {
        workbench_.settings().setValue(QLatin1String(kSmoothing), weight);
        showCharts();
    });
    connect(charts_, &LiveCharts::placesChanged, this, [this] {
        workbench_.settings().setValue(QLatin1String(kPlaces), static_cast<int>(charts_->bar()->placeKind()));
        showCharts();
    });
    connect(machine_, &MachineView::otherChosen, this, &LivePage::showCharts);
    ChartSaveButton* save = charts_->bar()->saveButton();
    connect(save, &ChartSaveButton::saved, this,
            [this](const QString& file) { message_->show(MessageKind::Success, tr("Saved %1").arg(file)); });
    connect(save, &ChartSaveButton::failed, this, [this](const Error& error) { message_->showError(error); });
}

void LivePage::showCharts() {
    charts_->showState(state_);
    machine_->showState(state_, charts_->bar()->placeKind());
}

QWidget* LivePage::buildRun() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    header_ = new RunHeader(page);
    layout->addWidget(header_);
    message_ = new MessageBar(page);
    layout->addWidget(message_);
    tiles_ = new RunTiles(page);
    layout->addWidget(tiles_);
    auto* splitter = new QSplitter(Qt::Horizontal, page);
    markPanesKept(splitter, QStringLiteral("live"));
    splitter->setChildrenCollapsible(false);
    QWidget* texts = buildTexts();
    charts_ = new LiveCharts(splitter, machine_->charts());
    splitter->addWidget(charts_);
    splitter->addWidget(texts);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({600, 280});
    layout->addWidget(splitter, 1);
    connectHeader();
    return page;
}

void LivePage::connectHeader() {
    connect(header_, &RunHeader::commanded, this,
            [this](const Command& command) { workbench_.bridge().host().command(command); });
    connect(header_, &RunHeader::adjustRequested, this, &LivePage::askAdjustment);
    connect(header_, &RunHeader::againRequested, this, [this] {
        if (!config_)
            return;
        const RunConfig config = *config_;  // the page forgets it when the new run is asked for
        Q_EMIT againRequested(config);
    });
    connect(header_, &RunHeader::exportRequested, this, [this] { Q_EMIT exportRequested(runId_); });
}

/// As somebody has changed them, or as the run began with.
AdjustableSettings LivePage::settingsNow() const {
    AdjustableSettings now;
    if (config_) {
        const ParamValue* rate = config_->optimizer.params.find("learning_rate");
        const double* number = rate != nullptr ? rate->get<double>() : nullptr;
        now.learningRate = number != nullptr ? *number : 0.0;
        now.evaluationEvery = config_->evaluation.every;
    }
    now.learningRate = state_.learning_rate_set.value_or(now.learningRate);
    now.evaluationEvery = state_.evaluation_every_set.value_or(now.evaluationEvery);
    return now;
}

void LivePage::askAdjustment() {
    const QString asked = runId_;
    AdjustDialog dialog(settingsNow(), this);
    if (dialog.exec() != QDialog::Accepted || runId_ != asked || !hasActiveRun())
        return;
    if (const auto command = dialog.command())
        workbench_.bridge().host().command(*command);
}

QWidget* LivePage::buildTexts() {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(1, 2, 1, 1);
    auto* tabs = new QTabBar(card);
    tabs->setExpanding(false);
    tabs->addTab(tr("Samples"));
    tabs->addTab(tr("Log"));
    tabs->addTab(tr("Metrics"));
    tabs->setObjectName(QStringLiteral("live_tabs"));
    tabs->setAccessibleName(tr("Samples, log, metrics"));
    auto* texts = new QWidget(card);
    auto* stack = new QStackedLayout(texts);
    samples_ = new SampleTimeline(texts);
    log_ = new LogView(texts);
    machine_ = new MachineView(texts);
    for (QWidget* view :
         {static_cast<QWidget*>(samples_), static_cast<QWidget*>(log_), static_cast<QWidget*>(machine_)})
        stack->addWidget(view);
    connect(tabs, &QTabBar::currentChanged, stack, &QStackedLayout::setCurrentIndex);
    card->body()->setSpacing(0);
    card->body()->addWidget(tabs);
    card->body()->addWidget(texts, 1);
    card->setMinimumWidth(220);
    return card;
}

void LivePage::reset(const QString& name) {
    earlier_.cancel();
    state_ = {};
    runId_.clear();
    config_.reset();
    hasRun_ = true;
    pace_.reset();
    message_->clear();
    setName(name.isEmpty() ? tr("Unnamed run") : name);
    stack_->setCurrentIndex(1);
}

void LivePage::setName(const QString& name) {
    name_ = name;
    header_->setName(name);
}

void LivePage::prepare(const QString& name) {
    reset(name);
    isExpecting_ = true;
    header_->showPreparing();
    showCharts();
    samples_->showState(state_);
    log_->showState(state_);
    tiles_->showState(state_);
    Q_EMIT stateChanged();
}

void LivePage::onStarted(const HostRunStarted& started) {
    isExpecting_ = false;
    runId_ = toQt(started.run_id);
    if (const auto folder = RunFolder::open(*started.folder)) {
        config_ = folder->manifest().config;
        if (!config_->general.name.empty())
            setName(toQt(config_->general.name));
    }
    Q_EMIT stateChanged();
}

void LivePage::abandon() {
    isExpecting_ = false;
    hasRun_ = false;
    stack_->setCurrentIndex(0);
    Q_EMIT stateChanged();
}

void LivePage::onEvents(const QString& runId, const std::vector<RunEvent>& events) {
    if (!hasRun_ || (!runId_.isEmpty() && runId != runId_))
        return;
    const RunPhase phase = state_.phase;
    for (const auto& event : events) {
        state_.apply(event);
        const auto* started = std::get_if<RunStarted>(&event);
        // A run that goes back to an earlier step shows what came before that already.
        if (started && started->first_step > 0 && state_.loss.isEmpty())
            readEarlier(runId, started->first_step);
    }
    const bool isUrgent = state_.finished || (state_.isPaused() && phase != state_.phase);
    scheduleRefresh(isUrgent);
    if (state_.finished || phase != state_.phase) {
        if (state_.finished)
            showEnd();
        if (isVisible())
            showHeader();  // the same step as whoever hears of this says
        Q_EMIT stateChanged();
    }
}

void LivePage::readEarlier(const QString& runId, std::int64_t firstStep) {
    earlier_.start(
        [database = History::database_path(workbench_.dataFolder()), id = runId.toStdString(),
         firstStep](const CancelToken&) {
            const auto reader = HistoryReader::open(database);
            return reader ? earlierCurves(**reader, id, firstStep) : RunState();
        },
        [this](RunState earlier) {
            prependCurves(state_, std::move(earlier));
            scheduleRefresh();
        });
}

void LivePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    pace_.reset();
    if (hasRun_)
        refreshTimer_.start(pace_.pauseMs());
}

void LivePage::scheduleRefresh(bool isUrgent) {
    if (isUrgent || !refreshTimer_.isActive())
        refreshTimer_.start(isUrgent ? 0 : isVisible() ? pace_.pauseMs() : kUnseenMs);
}

void LivePage::refresh() {
    if (isVisible())
        showAll();
    Q_EMIT refreshed();
}

void LivePage::showHeader() {
    if (!isExpecting_ || state_.started)
        header_->showState(state_);
}

void LivePage::showAll() {
    pace_.onPicture(RefreshPace::processorMs());
    showHeader();
    showCharts();
    samples_->showState(state_);
    log_->showState(state_);
    tiles_->showState(state_);
}

void LivePage::showEnd() {
    const RunFinished& end = *state_.finished;
    if (end.error) {
        message_->showError(*end.error);
        return;
    }
    if (end.cause == ExitCause::Discarded) {
        message_->show(MessageKind::Info, causeText(end.cause));
        return;
    }
    const QString result = end.best_validation_loss
                               ? tr("Best validation loss %1 at step %L2, %3 of training.")
                                     .arg(lossText(*end.best_validation_loss))
                                     .arg(static_cast<qlonglong>(end.best_step))
                                     .arg(durationText(end.seconds))
                               : tr("Training loss %1, %2 of training.")
                                     .arg(lossText(end.training_loss), durationText(end.seconds));
    if (end.cause == ExitCause::Completed) {  // as the header says already
        message_->show(MessageKind::Success, result,
                       end.adapter.empty()
                           ? QString()
                           : tr("Next: try it in the Playground, or take it out with Export."));
        return;
    }
    message_->show(end.cause == ExitCause::Stopped ? MessageKind::Info : MessageKind::Success,
                   causeText(end.cause), result);
}

}  // namespace tunebench::ui
