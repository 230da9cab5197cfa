#include "ui/pages/study_page.h"

#include <algorithm>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/base/durable_file.h"
#include "core/run/equivalent_command.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/study/method_list.h"
#include "ui/pages/study/plan_panel.h"
#include "ui/pages/study/queue_panel.h"
#include "ui/pages/study/results_panel.h"
#include "ui/pages/study/study_choices.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/described_file.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr int kStudyDraftMs = 1000;
constexpr char kStudyDraft[] = "draft.study.json";
constexpr char kSampleStudy[] = "town.study.json";
constexpr char kFollowsSetup[] = "study/follows_setup";

QString studyFiles() {
    return StudyPage::tr("Study files (%1)").arg(QStringLiteral("*.study.json *.json"));
}

/// A widget in front of another, until there is something to show in that one.
QWidget* behind(EmptyState* empty, QWidget* content, QStackedLayout*& stack, QWidget* parent) {
    auto* page = new QWidget(parent);
    stack = new QStackedLayout(page);
    stack->addWidget(empty);
    stack->addWidget(content);
    return page;
}

}  // namespace

StudyPage::StudyPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      runner_(workbench.bridge(), workbench.dataFolder()),
      offered_(default_run_config()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, 0);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    message_ = new MessageBar(this);
    column->addWidget(message_);
    column->addWidget(buildSteps(), 1);
    setAcceptDrops(true);
    writer_.setMaxThreadCount(1);
    draftTimer_.setSingleShot(true);
    draftTimer_.setInterval(kStudyDraftMs);
    connect(&draftTimer_, &QTimer::timeout, this, &StudyPage::saveDraft);
    restoreDraft();
    connect(plan_, &PlanPanel::changed, &draftTimer_, qOverload<>(&QTimer::start));
    connect(name_, &QLineEdit::textChanged, plan_, &PlanPanel::setName);
    connect(&runner_, &StudyRunner::changed, this, &StudyPage::onRunnerChanged);
    connect(&runner_, &StudyRunner::ended, this, &StudyPage::onEnded);
    connect(&runner_, &StudyRunner::reported, this, [this] { resultsStack_->setCurrentIndex(1); });
    connect(&runner_, &StudyRunner::troubled, this,
            [this](const Error& error) { message_->showError(error); });
}

StudyPage::~StudyPage() {
    if (draftTimer_.isActive())
        saveDraft();
}

QWidget* StudyPage::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("Study"), TextRole::Title, header));
    row->addSpacing(spacing::kUnit);
    name_ = new QLineEdit(header);
    name_->setObjectName(QStringLiteral("study_name"));
    name_->setAccessibleName(tr("Name of the study"));
    name_->setPlaceholderText(tr("Name"));
    name_->setToolTip(
        tr("A study of the same name goes on where it was: runs that are done are not repeated"));
    name_->setMaximumWidth(280);
    row->addWidget(name_, 4);
    tabs_ = new QTabBar(header);
    tabs_->setObjectName(QStringLiteral("study_steps"));
    tabs_->setAccessibleName(tr("Steps of the study"));
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    for (const QString& text : {tr("1 Plan"), tr("2 Queue"), tr("3 Results")})
        tabs_->addTab(text);
    row->addWidget(tabs_);
    row->addStretch(1);
    const auto add = [&](const char* name, const char* iconName, const QString& text, const QString& help) {
        auto* button = new QPushButton(icon(QLatin1String(iconName)), text, header);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(help);
        row->addWidget(button);
        return button;
    };
    auto* sample = add("study_sample", "sample", tr("Sample"),
                       tr("A race of eight methods on the sample, three quarters of an hour at most"));
    connect(sample, &QPushButton::clicked, this, &StudyPage::useSample);
    auto* open = add("study_open", "folder", tr("Open"), tr("A study file, or a study of before"));
    auto* menu = new QMenu(open);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillOpenMenu(*menu); });
    open->setMenu(menu);
    auto* save =
        add("study_save", "save", tr("Save…"), tr("Save as a study file, for later or for the command line"));
    connect(save, &QPushButton::clicked, this, &StudyPage::chooseFileToSave);
    return header;
}

QWidget* StudyPage::buildSteps() {
    auto* steps = new QWidget(this);
    stack_ = new QStackedLayout(steps);
    plan_ = new PlanPanel(workbench_.dataFolder(), steps);
    queue_ = new QueuePanel(runner_, workbench_.bridge(), steps);
    results_ = new ResultsPanel(runner_, steps);
    auto* noQueue = new EmptyState(QStringLiteral("study"), tr("No study yet"),
                                   tr("Its runs stand here in their order once it has been started: they can "
                                      "be moved, paused, left out and tried again."),
                                   tr("Plan a study"), steps);
    auto* noResults =
        new EmptyState(QStringLiteral("study"), tr("Nothing measured yet"),
                       tr("What the methods reach and what they cost, tested against the baseline on the "
                          "same examples, appears here as runs are done."),
                       tr("Plan a study"), steps);
    stack_->addWidget(plan_);
    stack_->addWidget(behind(noQueue, queue_, queueStack_, steps));
    stack_->addWidget(behind(noResults, results_, resultsStack_, steps));
    for (EmptyState* empty : {noQueue, noResults})
        connect(empty, &EmptyState::activated, this, [this] { showStep(Plan); });
    connect(tabs_, &QTabBar::currentChanged, stack_, &QStackedLayout::setCurrentIndex);
    connect(plan_, &PlanPanel::startRequested, this, &StudyPage::start);
    connect(plan_, &PlanPanel::setupFieldRequested, this, &StudyPage::setupFieldRequested);
    connect(plan_->choices(), &StudyChoices::baseRequested, this, &StudyPage::takeBase);
    connect(plan_->choices()->methods(), &MethodList::removedOne, this, [this](const QString& name) {
        message_->show(MessageKind::Info, tr("Removed “%1”").arg(name));
        message_->addAction(tr("Undo"), [this] {
            plan_->choices()->methods()->undoRemove();
            message_->clear();
        });
    });
    connect(queue_, &QueuePanel::liveRequested, this, &StudyPage::liveRequested);
    connect(queue_, &QueuePanel::goOnRequested, &runner_, &StudyRunner::goOn);
    return steps;
}

void StudyPage::showStep(Step step) {
    tabs_->setCurrentIndex(step);
}

StudyPage::Step StudyPage::step() const {
    return static_cast<Step>(tabs_->currentIndex());
}

void StudyPage::offerBase(const RunConfig& base) {
    offered_ = base;
    if (followsSetup_)
        takeBase();
}

void StudyPage::takeBase() {
    followsSetup_ = true;
    plan_->choices()->setBase(offered_, tr("As Setup holds it"));
}

void StudyPage::setSettings(const StudySettings& settings, const QString& origin) {
    followsSetup_ = false;
    name_->setText(toQt(settings.rules.name));
    name_->setCursorPosition(0);
    plan_->setSettings(settings, origin);
}

/// With the way back, unless nothing is lost.
void StudyPage::replacePlan(const StudySettings& settings, const QString& origin) {
    const auto former = plan_->settings();
    const bool followed = followsSetup_;
    setSettings(settings, origin);
    const auto now = plan_->settings();
    const bool isSame =
        former.methods == now.methods && former.rules == now.rules && (followed || former.base == now.base);
    if (former.methods.empty() || isSame)
        return;
    const QString name = toQt(settings.rules.name);
    message_->show(MessageKind::Success,
                   name.isEmpty() ? tr("The study is open") : tr("“%1” is open").arg(name));
    message_->addAction(tr("Undo"), [this, former, followed] {
        message_->clear();
        setSettings(former, followed ? tr("As Setup holds it") : tr("As it was left"));
        followsSetup_ = followed;
    });
}

void StudyPage::restoreDraft() {
    const auto file = workbench_.dataFolder() / kStudyDraft;
    auto draft = load_study_file(file);
    if (!draft)
        return;
    setSettings(*draft, tr("As it was left"));
    plan_->setName(name_->text());
    followsSetup_ = workbench_.settings().value(QLatin1String(kFollowsSetup), true).toBool();
}

void StudyPage::saveDraft() {
    draftTimer_.stop();
    workbench_.settings().setValue(QLatin1String(kFollowsSetup), followsSetup_);
    const auto settings = plan_->settings();
    // A study without methods cannot be read again, and holds nothing worth it.
    if (!settings.methods.empty())
        writer_.start([settings, file = workbench_.dataFolder() / kStudyDraft] {
            static_cast<void>(write_file_durably(file, json_text(study_to_json(settings), 2) + "\n"));
        });
}

bool StudyPage::openStudyFile(const std::filesystem::path& file) {
    message_->clear();
    const auto settings = load_study_file(file);
    if (!settings) {
        message_->showError(settings.error());
        return false;
    }
    replacePlan(*settings, tr("From %1").arg(QFileInfo(toQt(file)).fileName()));
    showStep(Plan);
    return true;
}

bool StudyPage::saveStudyFile(const std::filesystem::path& file) {
    const auto saved = write_file_durably(file, json_text(study_to_json(plan_->settings()), 2) + "\n");
    if (!saved)
        message_->showError(saved.error());
    else
        message_->show(MessageKind::Success, tr("Saved %1").arg(toQt(file)),
                       tr("The command line runs it too: tunebench-cli study %1")
                           .arg(toQt(shell_quoted(file.string()))));
    return saved.has_value();
}

void StudyPage::useSample() {
    const auto run = findSampleRun();
    if (!run)
        return message_->showError(run.error());
    openStudyFile(run->parent_path() / kSampleStudy);
}

void StudyPage::fillOpenMenu(QMenu& menu) {
    menu.clear();
    menu.addAction(tr("Study file…"), this, &StudyPage::chooseStudyFile);
    const auto studies = StudyFolder::all(workbench_.dataFolder());
    if (!studies.empty())
        menu.addSeparator();
    constexpr std::size_t kMostStudies = 12;
    for (std::size_t i = 0; i < std::min(studies.size(), kMostStudies); ++i)
        menu.addAction(toQt(studies[i].filename()), this, [this, folder = studies[i]] { showStudy(folder); })
            ->setEnabled(!runner_.isActive());
}

void StudyPage::chooseStudyFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a study file"), {}, studyFiles());
    if (!file.isEmpty())
        openStudyFile(toPath(file));
}

void StudyPage::chooseFileToSave() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the study file"),
                                                      QStringLiteral("methods.study.json"), studyFiles());
    if (!file.isEmpty())
        saveStudyFile(toPath(file));
}

void StudyPage::start(const StudyPlan& plan) {
    message_->clear();
    workbench_.remember(plan.settings.base);
    runner_.start(plan);
    showStep(Queue);
}

std::optional<StudyPlan> StudyPage::planIn(const std::filesystem::path& studyFolder) {
    message_->clear();
    const auto settings = StudyFolder::settings_in(studyFolder);
    const auto plan = settings ? plan_study(*settings) : Result<StudyPlan>(settings.error());
    if (!plan) {
        message_->showError(plan.error());
        return {};
    }
    replacePlan(*settings, tr("As the study was started"));
    return *plan;
}

void StudyPage::showStudy(const std::filesystem::path& studyFolder) {
    if (const auto plan = planIn(studyFolder)) {
        runner_.show(*plan);
        showStep(Results);
    }
}

void StudyPage::resumeStudy(const std::filesystem::path& studyFolder) {
    if (const auto plan = planIn(studyFolder)) {
        runner_.start(*plan);
        showStep(Queue);
    }
}

void StudyPage::setBusy(bool isBusy) {
    plan_->setBusy(isBusy);
    queue_->setBusy(isBusy);
}

void StudyPage::onRunnerChanged() {
    queueStack_->setCurrentIndex(1);
    if (runner_.isActive() != wasActive_) {
        wasActive_ = runner_.isActive();
        Q_EMIT activeChanged();
    }
}

void StudyPage::onEnded() {
    const auto& end = runner_.snapshot().end;
    if (end == StudyEnd::Done) {
        message_->show(MessageKind::Success, tr("The study is done"));
        message_->addAction(tr("Show the results"), [this] {
            message_->clear();
            showStep(Results);
        });
    } else if (end == StudyEnd::OutOfTime) {
        message_->show(MessageKind::Info, tr("The time of the study is used up"),
                       tr("Raise “Time for all” in its plan to go on with it."));
    }
}

void StudyPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void StudyPage::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (const QString file = url.toLocalFile(); isStudyFile(file)) {
            openStudyFile(toPath(file));
            event->acceptProposedAction();
            return;
        }
}

}  // namespace tunebench::ui
