#include "ui/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include "core/run/run_folder.h"
#include "core/run/run_sources.h"
#include "core/study/queue/study_folder.h"
#include "ui/desktop/run_presence.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/hub_page.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live_page.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/navigation_rail.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kGeometry[] = "window/geometry";
constexpr char kPage[] = "window/page";
constexpr QSize kFirstSize = {1180, 760};
constexpr QSize kLeastSize = {920, 600};

}  // namespace

MainWindow::MainWindow(Workbench& workbench) : workbench_(workbench), interrupted_(this) {
    setMinimumSize(kLeastSize);
    buildShell();
    buildShortcuts();
    RunBridge& bridge = workbench_.bridge();
    connect(&bridge, &RunBridge::runStarted, this, &MainWindow::onRunStarted);
    connect(&bridge, &RunBridge::runEvents, this,
            [this](const QString& id, const std::vector<RunEvent>& events) {
                livePage()->onEvents(id, events);
                updateStatusLine();
            });
    restoreWindow();
    updateStatusLine();
}

MainWindow::~MainWindow() {
    workbench_.settings().setValue(QLatin1String(kGeometry), saveGeometry());
    workbench_.settings().setValue(QLatin1String(kPage), static_cast<int>(currentPage()));
}

void MainWindow::buildShell() {
    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    rail_ = new NavigationRail(central);
    rail_->addEntry(QStringLiteral("setup"), tr("Setup"), QKeySequence(tr("Ctrl+1")));
    rail_->addEntry(QStringLiteral("data"), tr("Data"), QKeySequence(tr("Ctrl+2")));
    rail_->addEntry(QStringLiteral("live"), tr("Live"), QKeySequence(tr("Ctrl+3")));
    rail_->addEntry(QStringLiteral("history"), tr("History"), QKeySequence(tr("Ctrl+4")));
    rail_->addEntry(QStringLiteral("compare"), tr("Compare"), QKeySequence(tr("Ctrl+5")));
    rail_->addEntry(QStringLiteral("study"), tr("Study"), QKeySequence(tr("Ctrl+6")));
    rail_->addEntry(QStringLiteral("playground"), tr("Playground"), QKeySequence(tr("Ctrl+7")));
    rail_->addEntry(QStringLiteral("export"), tr("Export"), QKeySequence(tr("Ctrl+8")));
    rail_->addEntry(QStringLiteral("hub"), tr("Hub"), QKeySequence(tr("Ctrl+9")));
    rail_->addStretch();
    rail_->addEntry(QStringLiteral("settings"), tr("Settings"), QKeySequence(tr("Ctrl+,")));
    row->addWidget(rail_);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QWidget(central);
    auto* barLayout = new QVBoxLayout(bar);
    barLayout->setContentsMargins(spacing::kPage, 0, spacing::kPage, 0);
    message_ = new MessageBar(bar);
    barLayout->addSpacing(0);
    barLayout->addWidget(message_);
    column->addWidget(bar);
    stack_ = new QStackedWidget(central);
    column->addWidget(stack_, 1);
    row->addLayout(column, 1);
    setCentralWidget(central);
    status_ = makeLabel({}, TextRole::Caption, this);
    status_->setContentsMargins(spacing::kUnit, 0, spacing::kUnit, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(status_, 1);
    connect(rail_, &NavigationRail::chosen, this, [this](int index) { showPage(static_cast<Page>(index)); });
}

void MainWindow::buildShortcuts() {
    const auto add = [this](const QString& name, const QKeySequence& keys, auto&& trigger) {
        auto* action = new QAction(name, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, std::forward<decltype(trigger)>(trigger));
        addAction(action);
    };
    add(tr("Start"), QKeySequence(tr("Ctrl+Return")), [this] {
        if (currentPage() == Setup)
            setupPage()->start();
    });
    add(tr("Pause or resume"), QKeySequence(tr("Ctrl+P")), [this] { livePage()->header()->pauseOrResume(); });
    add(tr("Stop and save"), QKeySequence(tr("Ctrl+.")), [this] { livePage()->header()->stop(); });
    add(tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::restoreWindow() {
    resize(kFirstSize);
    restoreGeometry(workbench_.settings().value(QLatin1String(kGeometry)).toByteArray());
    // Live and Export of an earlier session would be empty.
    const int last = workbench_.settings().value(QLatin1String(kPage), static_cast<int>(Setup)).toInt();
    showPage(last == History ? History : Setup);
}

QWidget* MainWindow::page(Page page) {
    QWidget*& widget = pages_[static_cast<std::size_t>(page)];
    if (widget == nullptr) {
        widget = makePage(page);
        stack_->addWidget(widget);
    }
    return widget;
}

QWidget* MainWindow::makePage(Page page) {
    switch (page) {
        case Setup:
            return makeSetup();
        case Data:
            return makeData();
        case Live:
            return makeLive();
        case History:
            return makeHistory();
        case Compare:
            return makeCompare();
        case Study:
            return makeStudy();
        case Playground:
            return makePlayground();
        case Export:
            return makeExport();
        case Hub:
            return makeHub();
        case Settings:
        case PageCount:
            break;
    }
    return new SettingsPage(workbench_);
}

SetupPage* MainWindow::makeSetup() {
    auto* setup = new SetupPage(workbench_);
    connect(setup, &SetupPage::startRequested, this, &MainWindow::start);
    connect(setup, &SetupPage::liveRequested, this, [this] { showPage(Live); });
    connect(setup, &SetupPage::hubRequested, this, [this](RepositoryKind kind) {
        hubPage()->setKind(kind);
        showPage(Hub);
    });
    return setup;
}

DataPage* MainWindow::makeData() {
    auto* examined = new DataPage;
    connect(examined, &DataPage::setupRequested, this, [this] { showPage(Setup); });
    connect(examined, &DataPage::fieldRequested, this, [this](const QString& field) {
        showPage(Setup);
        setupPage()->reveal(field);
    });
    return examined;
}

LivePage* MainWindow::makeLive() {
    auto* live = new LivePage(workbench_);
    connect(live, &LivePage::setupRequested, this, [this] { showPage(Setup); });
    connect(live, &LivePage::againRequested, this, &MainWindow::start);
    connect(live, &LivePage::exportRequested, this, &MainWindow::exportRun);
    connect(live, &LivePage::stateChanged, this, &MainWindow::onRunStateChanged);
    auto* presence = new RunPresence(live->state(), workbench_.settings(), live, desktopBuses());
    connect(live, &LivePage::stateChanged, presence,
            [live, presence] { presence->update(live->hasActiveRun(), live->runName()); });
    return live;
}

HistoryPage* MainWindow::makeHistory() {
    auto* history = new HistoryPage(workbench_);
    connect(history, &HistoryPage::setupRequested, this, [this] { showPage(Setup); });
    connect(history, &HistoryPage::againRequested, this, &MainWindow::again);
    connect(history, &HistoryPage::exportRequested, this, &MainWindow::exportRun);
    connect(history, &HistoryPage::resumeRequested, this,
            [this](const QString& name, const QString& folder) { resume(name, toPath(folder)); });
    connect(history, &HistoryPage::compareRequested, this, [this](const QStringList& ids) {
        comparePage()->setRuns(ids);
        showPage(Compare);
    });
    history->setBusy(workbench_.bridge().isBusy());
    return history;
}

ComparePage* MainWindow::makeCompare() {
    auto* compare = new ComparePage(workbench_);
    connect(compare, &ComparePage::historyRequested, this, [this](const QStringList& ids) {
        showPage(History);
        historyPage()->select(ids);
    });
    return compare;
}

StudyPage* MainWindow::makeStudy() {
    auto* study = new StudyPage(workbench_);
    connect(study, &StudyPage::activeChanged, this, &MainWindow::onRunStateChanged);
    connect(study, &StudyPage::liveRequested, this, [this] { showPage(Live); });
    connect(study, &StudyPage::setupFieldRequested, this, [this](const QString& field) {
        showPage(Setup);
        setupPage()->reveal(field);
    });
    connect(livePage()->header(), &RunHeader::commanded, study,
            [study](const Command& command) { study->runner().takeCommand(command); });
    study->setBusy(isBusy());
    return study;
}

PlaygroundPage* MainWindow::makePlayground() {
    auto* playground = new PlaygroundPage(workbench_);
    connect(playground, &PlaygroundPage::setupRequested, this, [this] { showPage(Setup); });
    connect(playground, &PlaygroundPage::setupEdited, this,
            [this](const std::function<void(RunConfig&)>& edit) {
                RunConfig config = setupPage()->config();
                edit(config);
                setupPage()->setConfig(config);
            });
    return playground;
}

ExportPage* MainWindow::makeExport() {
    auto* exporting = new ExportPage(workbench_);
    connect(exporting, &ExportPage::historyRequested, this, [this] { showPage(History); });
    exporting->setBusy(workbench_.bridge().isBusy());
    return exporting;
}

HubPage* MainWindow::makeHub() {
    auto* hub = new HubPage(workbench_);
    connect(hub, &HubPage::useRequested, this, [this](RepositoryKind kind, const QString& name) {
        setupPage()->useHubName(kind, name);
        showPage(Setup);
    });
    return hub;
}

SetupPage* MainWindow::setupPage() {
    return static_cast<SetupPage*>(page(Setup));
}

DataPage* MainWindow::dataPage() {
    return static_cast<DataPage*>(page(Data));
}

LivePage* MainWindow::livePage() {
    return static_cast<LivePage*>(page(Live));
}

HistoryPage* MainWindow::historyPage() {
    return static_cast<HistoryPage*>(page(History));
}

ComparePage* MainWindow::comparePage() {
    return static_cast<ComparePage*>(page(Compare));
}

StudyPage* MainWindow::studyPage() {
    return static_cast<StudyPage*>(page(Study));
}

PlaygroundPage* MainWindow::playgroundPage() {
    return static_cast<PlaygroundPage*>(page(Playground));
}

ExportPage* MainWindow::exportPage() {
    return static_cast<ExportPage*>(page(Export));
}

HubPage* MainWindow::hubPage() {
    return static_cast<HubPage*>(page(Hub));
}

void MainWindow::showPage(Page which) {
    rail_->setCurrent(which);
    stack_->setCurrentWidget(page(which));
    if (which == Data)
        dataPage()->setConfig(setupPage()->config());
    if (which == Study)
        studyPage()->offerBase(setupPage()->config());
    if (which == Playground) {
        playgroundPage()->suggestModel(setupPage()->config().model.path);
        tellPlayground();
    }
}

MainWindow::Page MainWindow::currentPage() const {
    return static_cast<Page>(rail_->current());
}

bool MainWindow::openRunFile(const std::filesystem::path& file) {
    showPage(Setup);
    return setupPage()->openRunFile(file);
}

void MainWindow::startWhenChecked() {
    connect(setupPage(), &SetupPage::checked, setupPage(), &SetupPage::start, Qt::SingleShotConnection);
}

void MainWindow::start(const RunConfig& config) {
    message_->clear();
    startedFrom_ = Setup;
    livePage()->prepare(toQt(config.general.name));
    request_ = workbench_.bridge().host().start(config);
    showPage(Live);
}

void MainWindow::resume(const QString& name, const std::filesystem::path& folder) {
    message_->clear();
    startedFrom_ = currentPage();
    livePage()->prepare(name);
    request_ = workbench_.bridge().host().resume(folder);
    showPage(Live);
}

void MainWindow::again(const RunConfig& config) {
    setupPage()->startFromRun(with_hub_names(config, hub_cache_folder()), toQt(config.general.name));
    showPage(Setup);
}

void MainWindow::exportRun(const QString& runId) {
    exportPage()->chooseRun(runId);
    showPage(Export);
}

void MainWindow::onRunStarted(const HostRunStarted& started) {
    if (started.request != request_) {
        if (started.folder && hasActiveStudy()) {
            livePage()->prepare({});
            livePage()->onStarted(started);
        }
        return;
    }
    if (started.folder) {
        livePage()->onStarted(started);
        return;
    }
    livePage()->abandon();
    showStartError(started.folder.error());
    if (closesWhenDone_)
        close();
}

void MainWindow::showStartError(const Error& error) {
    showPage(startedFrom_);
    // A setting is to blame, or the program's own files are.
    if (error.field.empty() || startedFrom_ != Setup)
        message_->showError(error);
    else
        setupPage()->showError(error);
}

void MainWindow::onRunStateChanged() {
    const bool isBusy = this->isBusy();
    setupPage()->setBusy(isBusy);
    if (pages_[Study] != nullptr)
        studyPage()->setBusy(isBusy);
    if (pages_[History] != nullptr)
        historyPage()->setBusy(isBusy);
    if (pages_[Export] != nullptr)
        exportPage()->setBusy(isBusy);
    tellPlayground();
    updateStatusLine();
    if (closesWhenDone_ && !isBusy)
        close();
}

void MainWindow::tellPlayground() {
    const auto* live = static_cast<LivePage*>(pages_[Live]);
    if (pages_[Playground] == nullptr || live == nullptr)
        return;
    const RunState& state = live->state();
    const bool isPaused = live->hasActiveRun() && state.isPaused();
    const std::int64_t step = state.last_step ? state.last_step->step : 0;
    playgroundPage()->setRun(live->hasActiveRun(), isPaused ? std::optional(step) : std::nullopt);
}

bool MainWindow::hasActiveStudy() const {
    auto* study = static_cast<StudyPage*>(pages_[Study]);
    return study != nullptr && study->runner().isActive();
}

bool MainWindow::isBusy() const {
    const auto* live = static_cast<LivePage*>(pages_[Live]);
    return hasActiveStudy() || (live != nullptr && live->hasActiveRun());
}

void MainWindow::updateStatusLine() {
    const auto* live = static_cast<LivePage*>(pages_[Live]);
    if (live == nullptr || !live->hasActiveRun()) {
        status_->setText(tr("No run is active · data in %1").arg(toQt(workbench_.dataFolder())));
        return;
    }
    const RunState& state = live->state();
    QString text = phaseText(state.phase);
    if (state.last_step && state.started) {
        const auto total = state.started->total_steps;  // 0: the clock ends it
        text += total > 0 ? tr(" · step %1 of %2").arg(state.last_step->step).arg(total)
                          : tr(" · step %1").arg(state.last_step->step);
        text += tr(" · loss %1").arg(lossText(state.last_step->loss));
    }
    status_->setText(text);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (wasShown_)
        return;
    wasShown_ = true;
    QTimer::singleShot(0, this, &MainWindow::afterFirstPaint);
}

void MainWindow::afterFirstPaint() {
    if (const auto problem = workbench_.engineProblem())
        message_->showError(*problem);
    else if (workbench_.historyProblem())
        message_->showError(*workbench_.historyProblem());
    else if (workbench_.history() != nullptr && !workbench_.history()->notice().empty())
        message_->show(MessageKind::Warning, toQt(workbench_.history()->notice()));
    interrupted_.start(
        [folder = workbench_.dataFolder()](const CancelToken&) { return interrupted_runs(folder); },
        [this](const std::vector<std::filesystem::path>& folders) { offerInterrupted(folders); });
}

void MainWindow::offerInterrupted(const std::vector<std::filesystem::path>& folders) {
    if (workbench_.bridge().isBusy() || !message_->message().isEmpty() || offerInterruptedStudy() ||
        folders.empty())
        return;
    const std::filesystem::path folder = folders.back();
    const auto run = RunFolder::open(folder);
    if (!run)
        return;
    const QString name =
        toQt(run->manifest().config.general.name.empty() ? run->manifest().id
                                                         : run->manifest().config.general.name);
    message_->show(
        MessageKind::Info, tr("“%1” was interrupted").arg(name),
        folders.size() == 1
            ? tr("It can go on from its last checkpoint.")
            : tr("It can go on from its last checkpoint. There are %1 runs like it in the history.")
                  .arg(folders.size()));
    message_->addAction(tr("Resume"), [this, name, folder] { resume(name, folder); });
    message_->addAction(tr("Show history"), [this] {
        message_->clear();
        showPage(History);
    });
}

/// Before its single runs: the study goes on with the one that was at work.
bool MainWindow::offerInterruptedStudy() {
    const auto studies = StudyFolder::interrupted(workbench_.dataFolder());
    if (studies.empty())
        return false;
    const std::filesystem::path folder = studies.front();
    const auto settings = StudyFolder::settings_in(folder);
    if (!settings)
        return false;
    message_->show(MessageKind::Info, tr("The study “%1” is not finished").arg(toQt(settings->rules.name)),
                   tr("It can go on with the run that was at work."));
    message_->addAction(tr("Go on"), [this, folder] {
        message_->clear();
        showPage(Study);
        studyPage()->resumeStudy(folder);
    });
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!isBusy()) {
        event->accept();
        return;
    }
    event->ignore();
    if (closesWhenDone_)
        return;
    QMessageBox box(QMessageBox::Question,
                    hasActiveStudy() ? tr("A study is at work") : tr("A run is active"),
                    tr("Stop it and save what it has learned? It can be resumed at the next start."),
                    QMessageBox::NoButton, this);
    auto* stop = box.addButton(tr("Stop and save"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("Keep open"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() != stop)
        return;
    closesWhenDone_ = true;
    message_->show(MessageKind::Info, tr("Saving the run; the window closes when it is done."));
    if (hasActiveStudy())
        studyPage()->runner().suspend();
    else
        workbench_.bridge().host().command(StopCommand{});
    if (!isBusy())  // it ended while the question was open
        close();
}

}  // namespace tunebench::ui
