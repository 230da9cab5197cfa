#include "ui/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/pages/compare_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/hub_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/closing.h"
#include "ui/shell/file_drops.h"
#include "ui/shell/interrupted_work.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/shell.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_actions.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
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

MainWindow::MainWindow(Workbench& workbench) : workbench_(workbench) {
    setMinimumSize(kLeastSize);
    buildFrame();
    shell_ = std::make_unique<Shell>(workbench, *stack_, *message_);
    closing_ = new Closing(*shell_, *this);
    new FileDrops(*shell_, *this, *stack_);
    buildNavigation();
    addWindowActions(*this, *shell_);
    buildPalette();
    buildStatusBar();
    restoreWindow();
}

MainWindow::~MainWindow() {
    workbench_.settings().setValue(QLatin1String(kGeometry), saveGeometry());
}

void MainWindow::buildFrame() {
    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    rail_ = new NavigationRail(central);
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
}

void MainWindow::buildNavigation() {
    for (const PageLine& line : pageLines()) {
        if (line.page == Settings)
            rail_->addStretch();
        rail_->addEntry(QLatin1String(line.name), pageLabel(line.page), pageShortcut(line.page));
    }
    connect(rail_, &NavigationRail::chosen, this, [this](int index) { showPage(static_cast<Page>(index)); });
    connect(shell_.get(), &Shell::shown, rail_,
            [this](Page page) { rail_->setCurrent(static_cast<int>(page)); });
}

void MainWindow::buildPalette() {
    palette_ = new CommandPalette(*shell_, *this);
    auto* keys = new QShortcut(QKeySequence(tr("Ctrl+K")), this);
    connect(keys, &QShortcut::activated, palette_, &CommandPalette::toggle);
}

void MainWindow::buildStatusBar() {
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, spacing::kUnit, 0);  // links reach to the edge of where they are
    statusBar()->addWidget(new StatusLine(*shell_, this), 1);
    QPushButton* find = addStatusButton(QStringLiteral("search"), tr("Find anything"));
    find->setObjectName(QStringLiteral("find_anything"));
    find->setToolTip(tr("Pages, actions, settings, presets and runs by their names (Ctrl+K)"));
    connect(find, &QPushButton::clicked, palette_, &CommandPalette::toggle);
    QPushButton* help = addStatusButton(QStringLiteral("info"), tr("Help"));
    help->setObjectName(QStringLiteral("help"));
    help->setToolTip(tr("What this page is for, and how it works (F1)"));
    connect(help, &QPushButton::clicked, findChild<QAction*>(QStringLiteral("show_help")), &QAction::trigger);
}

QPushButton* MainWindow::addStatusButton(const QString& iconName, const QString& text) {
    auto* button = new QPushButton(iconOfLink(iconName), text, this);
    setButtonKind(button, ButtonKind::Link);
    button->setFont(fontFor(TextRole::Caption, button->font()));
    statusBar()->addPermanentWidget(button);
    return button;
}

void MainWindow::restoreWindow() {
    resize(kFirstSize);
    restoreGeometry(workbench_.settings().value(QLatin1String(kGeometry)).toByteArray());
    // Live and Export of an earlier session would be empty.
    const auto last = pageNamed(workbench_.settings().value(QLatin1String(kPage)).toString());
    showPage(last && last != Live && last != Export ? *last : Setup);
    connect(shell_.get(), &Shell::shown, this, [this](Page page) {
        workbench_.settings().setValue(QLatin1String(kPage), QLatin1String(lineOf(page).name));
    });
}

// -- Pages ----------------------------------------------------------------------------------------------

void MainWindow::showPage(Page page) {
    shell_->show(page);
}

MainWindow::Page MainWindow::currentPage() const {
    return shell_->current();
}

bool MainWindow::openRunFile(const std::filesystem::path& file) {
    showPage(Setup);
    return setupPage()->openRunFile(file);
}

void MainWindow::startWhenChecked() {
    connect(setupPage(), &SetupPage::checked, setupPage(), &SetupPage::start, Qt::SingleShotConnection);
}

SetupPage* MainWindow::setupPage() {
    return &shell_->page<SetupPage>();
}

DataPage* MainWindow::dataPage() {
    return &shell_->page<DataPage>();
}

LivePage* MainWindow::livePage() {
    return &shell_->page<LivePage>();
}

HistoryPage* MainWindow::historyPage() {
    return &shell_->page<HistoryPage>();
}

ComparePage* MainWindow::comparePage() {
    return &shell_->page<ComparePage>();
}

StudyPage* MainWindow::studyPage() {
    return &shell_->page<StudyPage>();
}

PlaygroundPage* MainWindow::playgroundPage() {
    return &shell_->page<PlaygroundPage>();
}

ExportPage* MainWindow::exportPage() {
    return &shell_->page<ExportPage>();
}

HubPage* MainWindow::hubPage() {
    return &shell_->page<HubPage>();
}

// -- Opening and closing --------------------------------------------------------------------------------

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
    auto* interrupted = new InterruptedWork(*shell_);
    interrupted->lookForIt();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->setAccepted(closing_->isAllowed());
}

}  // namespace tunebench::ui
