#include "ui/pages/compare_page.h"

#include <algorithm>

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/history/history.h"
#include "ui/charts/chart_save_button.h"
#include "ui/pages/compare/compared_list.h"
#include "ui/pages/compare/curves_view.h"
#include "ui/pages/compare/parallel_view.h"
#include "ui/pages/compare/tables_view.h"
#include "ui/pages/compare/trade_off_view.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kComparedRuns[] = "compare/runs";
constexpr char kComparedBaseline[] = "compare/baseline";
constexpr char kComparedTab[] = "compare/tab";
constexpr char kGroupsSeeds[] = "compare/group_seeds";
constexpr int kListWidth = 264;
constexpr int kLeastListWidth = 220;
constexpr int kUsualViewWidth = 600;

}  // namespace

ComparePage::ComparePage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), reading_(this), comparing_(this) {
    ids_ = workbench_.settings().value(QLatin1String(kComparedRuns)).toStringList();
    baseline_ = workbench_.settings().value(QLatin1String(kComparedBaseline)).toString();
    stack_ = new QStackedLayout(this);
    auto* empty = new EmptyState(
        QStringLiteral("compare"), tr("Nothing to compare yet"),
        tr("Choose two or more runs in the history and press “Compare”: their curves, settings and "
           "numbers then stand here side by side."),
        tr("Choose runs"), this);
    connect(empty, &EmptyState::activated, this, [this] { Q_EMIT historyRequested(ids_); });
    stack_->addWidget(empty);
    stack_->addWidget(buildContent());
    stack_->setCurrentIndex(ids_.isEmpty() ? 0 : 1);
    connectViews();
    connect(&workbench.source(), &HistorySource::changed, this, [this] {
        // A new question would take the place of one that takes longer than the history changes.
        if (isVisible() && read_ && read_->isAnyActive && !isReading_)
            read();
    });
}

QWidget* ComparePage::buildContent() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    message_ = new MessageBar(page);
    layout->addWidget(message_);
    auto* splitter = new QSplitter(Qt::Horizontal, page);
    markPanesKept(splitter, QStringLiteral("compare"));
    splitter->setChildrenCollapsible(false);
    list_ = new ComparedList(splitter);
    list_->setMinimumWidth(kLeastListWidth);
    splitter->addWidget(list_);
    splitter->addWidget(buildTabs());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, kUsualViewWidth});
    layout->addWidget(splitter, 1);
    return page;
}

QWidget* ComparePage::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("Compare"), TextRole::Title, header));
    row->addStretch(1);
    groupSeeds_ = new QCheckBox(tr("Seeds as one"), header);
    groupSeeds_->setObjectName(QStringLiteral("group_seeds"));
    groupSeeds_->setToolTip(tr("Show runs that differ by their seed alone as a mean with its deviation"));
    groupSeeds_->setChecked(workbench_.settings().value(QLatin1String(kGroupsSeeds), true).toBool());
    row->addWidget(groupSeeds_);
    report_ = new QPushButton(icon(QStringLiteral("export")), tr("Report"), header);
    report_->setObjectName(QStringLiteral("compare_report"));
    report_->setToolTip(tr("Everything that is compared here, as a document"));
    auto* menu = new QMenu(report_);
    menu->addAction(tr("Save as Markdown, HTML or LaTeX…"), this, &ComparePage::askForReport);
    menu->addAction(tr("Copy as Markdown"), this, &ComparePage::copyReport)
        ->setObjectName(QStringLiteral("copy_report"));
    report_->setMenu(menu);
    report_->setEnabled(false);
    row->addWidget(report_);
    connect(groupSeeds_, &QCheckBox::toggled, this, [this](bool isOn) {
        workbench_.settings().setValue(QLatin1String(kGroupsSeeds), isOn);
        compare();
    });
    return header;
}

QWidget* ComparePage::buildTabs() {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(1, 2, 1, 1);
    card->body()->setSpacing(0);
    tabs_ = new QTabBar(card);
    tabs_->setObjectName(QStringLiteral("compare_tabs"));
    tabs_->setAccessibleName(tr("What is compared"));
    tabs_->setExpanding(false);
    auto* views = new QWidget(card);
    auto* stack = new QStackedLayout(views);
    const auto add = [&](QWidget* view, const QString& name) {
        stack->addWidget(view);
        tabs_->addTab(name);
    };
    curves_ = new CurvesView(History::database_path(workbench_.dataFolder()), views);
    add(curves_, tr("Curves"));
    add(metrics_ = new MetricsView(views), tr("Numbers"));
    add(settings_ = new SettingsView(views), tr("Settings"));
    add(tradeOff_ = new TradeOffView(views), tr("Trade-off"));
    add(parallel_ = new ParallelView(views), tr("Parallel"));
    add(tests_ = new TestsView(views), tr("Tests"));
    card->body()->addWidget(tabs_);
    card->body()->addWidget(views, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this, stack](int index) {
        stack->setCurrentIndex(index);
        workbench_.settings().setValue(QLatin1String(kComparedTab), index);
    });
    tabs_->setCurrentIndex(workbench_.settings().value(QLatin1String(kComparedTab), 0).toInt());
    return card;
}

void ComparePage::connectViews() {
    connect(list_, &ComparedList::baselineChosen, this, &ComparePage::chooseBaseline);
    connect(list_, &ComparedList::removeRequested, this, &ComparePage::removeGroup);
    connect(list_, &ComparedList::changeRequested, this, [this] { Q_EMIT historyRequested(ids_); });
    connect(list_, &ComparedList::groupChosen, curves_, &CurvesView::setHighlighted);
    connect(curves_, &CurvesView::valuesShown, list_, &ComparedList::setValues);
    for (ChartSaveButton* save : {curves_->saveButton(), tradeOff_->saveButton(), parallel_->saveButton()}) {
        connect(save, &ChartSaveButton::saved, this, [this](const QString& file) {
            message_->show(MessageKind::Success, tr("The chart was saved as %1").arg(file));
        });
        connect(save, &ChartSaveButton::failed, message_, &MessageBar::showError);
    }
}

void ComparePage::setRuns(const QStringList& ids) {
    restore(ids, ids.contains(baseline_) ? baseline_ : ids.value(0));
}

void ComparePage::restore(const QStringList& ids, const QString& baseline) {
    ids_ = ids;
    baseline_ = baseline;
    workbench_.settings().setValue(QLatin1String(kComparedRuns), ids_);
    workbench_.settings().setValue(QLatin1String(kComparedBaseline), baseline_);
    stack_->setCurrentIndex(ids_.isEmpty() ? 0 : 1);
    isStale_ = true;
    if (isVisible())
        read();
}

void ComparePage::showTab(Tab tab) {
    tabs_->setCurrentIndex(tab);
}

void ComparePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (isStale_)
        read();
}

void ComparePage::read() {
    isStale_ = false;
    if (ids_.isEmpty())
        return;
    std::vector<std::string> ids;
    for (const QString& id : ids_)
        ids.push_back(id.toStdString());
    if (!read_)
        curves_->clear(tr("Reading the runs…"));
    isReading_ = true;
    reading_.start(
        [database = History::database_path(workbench_.dataFolder()), ids](const CancelToken& cancel) {
            return std::make_shared<ComparedRuns>(readComparedRuns(database, ids, cancel));
        },
        [this](const std::shared_ptr<ComparedRuns>& compared) { showRead(std::move(*compared)); });
}

void ComparePage::showRead(ComparedRuns compared) {
    isReading_ = false;
    if (!compared.problems.empty())
        message_->showError(compared.problems.front());
    if (compared.runs.empty()) {
        curves_->clear(tr("None of the runs could be read"));
        return;
    }
    read_ = std::make_shared<const ComparedRuns>(std::move(compared));
    compare();
}

void ComparePage::compare() {
    if (!read_)
        return;
    const auto found = std::ranges::find(read_->runs, baseline_.toStdString(), &ComparableRun::id);
    const ComparisonSettings settings{
        .baseline = found == read_->runs.end() ? 0 : static_cast<std::size_t>(found - read_->runs.begin()),
        .group_seeds = groupSeeds_->isChecked()};
    comparing_.start(
        [read = read_, settings](const CancelToken&) -> std::shared_ptr<const RunComparison> {
            return std::make_shared<const RunComparison>(compare_runs(read->runs, settings));
        },
        [this](const std::shared_ptr<const RunComparison>& comparison) { showComparison(comparison); });
}

void ComparePage::showComparison(std::shared_ptr<const RunComparison> comparison) {
    comparison_ = std::move(comparison);
    report_->setEnabled(true);
    list_->show(*comparison_, read_->runs);
    curves_->show(read_->metrics, comparison_);
    metrics_->show(*comparison_);
    settings_->show(comparison_);
    tradeOff_->show(comparison_);
    parallel_->show(comparison_);
    tests_->show(*comparison_);
}

void ComparePage::chooseBaseline(int group) {
    if (group < 0 || !comparison_)
        return;
    baseline_ = toQt(comparison_->ids[comparison_->groups[static_cast<std::size_t>(group)].runs.front()]);
    workbench_.settings().setValue(QLatin1String(kComparedBaseline), baseline_);
    compare();
}

void ComparePage::removeGroup(int group) {
    if (group < 0 || !comparison_)
        return;
    const SeedGroup& removed = comparison_->groups[static_cast<std::size_t>(group)];
    const QStringList before = ids_;
    const QString baselineBefore = baseline_;
    QStringList ids = ids_;
    for (const auto run : removed.runs)
        ids.removeAll(toQt(comparison_->ids[run]));
    message_->show(MessageKind::Info, tr("“%1” is no longer compared").arg(toQt(removed.name)));
    message_->addAction(tr("Undo"), [this, before, baselineBefore] {
        message_->clear();
        restore(before, baselineBefore);
    });
    setRuns(ids);
}

void ComparePage::askForReport() {
    QFileDialog dialog(window(), tr("Save the comparison"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{tr("HTML page (*.html)"), tr("Markdown (*.md)"), tr("LaTeX (*.tex)")};
    const QStringList endings{QStringLiteral("html"), QStringLiteral("md"), QStringLiteral("tex")};
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(endings.front());
    connect(&dialog, &QFileDialog::filterSelected, &dialog,
            [&](const QString& filter) { dialog.setDefaultSuffix(endings.value(filters.indexOf(filter))); });
    dialog.selectFile(tr("comparison") + QStringLiteral(".html"));
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        saveReport(dialog.selectedFiles().front());
}

void ComparePage::saveReport(const QString& file) {
    if (!comparison_)
        return;
    if (const auto written = write_document(comparison_document(*comparison_), toPath(file)); !written)
        return message_->showError(written.error());
    message_->show(MessageKind::Success,
                   tr("The comparison was saved as %1").arg(QDir::toNativeSeparators(file)));
}

void ComparePage::copyReport() {
    if (!comparison_)
        return;
    QGuiApplication::clipboard()->setText(toQt(to_markdown(comparison_document(*comparison_))));
    message_->show(MessageKind::Success, tr("The comparison is in the clipboard, as Markdown"));
}

}  // namespace tunebench::ui
