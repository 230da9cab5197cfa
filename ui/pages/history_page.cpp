#include "ui/pages/history_page.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/charts/line_chart.h"
#include "ui/models/difference_model.h"
#include "ui/models/run_filter_model.h"
#include "ui/models/run_table_model.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/pages/history/run_notes.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kHeaderState[] = "history/columns";
constexpr char kSplitterState[] = "history/splitter";

bool canResume(RunStatus status) {
    return status == RunStatus::Interrupted || status == RunStatus::Stopped || status == RunStatus::Failed;
}

bool hasResult(RunStatus status) {
    return status != RunStatus::Running && status != RunStatus::Paused && status != RunStatus::Discarded;
}

}  // namespace

HistoryPage::HistoryPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), comparison_(this) {
    model_ = new RunTableModel(this);
    filter_ = new RunFilterModel(this);
    filter_->setSourceModel(model_);
    differences_ = new DifferenceModel(this);
    stack_ = new QStackedLayout(this);
    auto* empty =
        new EmptyState(QStringLiteral("history"), tr("No runs yet"),
                       tr("Every run is kept here with its settings, curves and samples, so that you can "
                          "compare, resume and export it."),
                       tr("Set up the first run"), this);
    connect(empty, &EmptyState::activated, this, &HistoryPage::setupRequested);
    stack_->addWidget(empty);
    stack_->addWidget(buildContent());
    connect(&workbench.source(), &HistorySource::changed, this, [this] {
        if (isVisible())
            reload();
    });
}

HistoryPage::~HistoryPage() {
    saveState();
}

QWidget* HistoryPage::buildContent() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    message_ = new MessageBar(page);
    layout->addWidget(message_);
    splitter_ = new QSplitter(Qt::Vertical, page);
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(buildTable());
    auto* lower = new QSplitter(Qt::Horizontal, splitter_);
    lower->setChildrenCollapsible(false);
    lower->addWidget(buildChart());
    lower->addWidget(buildDetails());
    lower->setStretchFactor(0, 3);
    lower->setStretchFactor(1, 2);
    lower->setSizes({520, 360});
    splitter_->addWidget(lower);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 1);
    splitter_->restoreState(workbench_.settings().value(QLatin1String(kSplitterState)).toByteArray());
    layout->addWidget(splitter_, 1);
    return page;
}

QPushButton* HistoryPage::addAction(QHBoxLayout* row, const QString& iconName, const QString& text,
                                    const QString& help) {
    auto* button = new QPushButton(icon(iconName), text, this);
    button->setToolTip(help);
    row->addWidget(button);
    return button;
}

QWidget* HistoryPage::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("History"), TextRole::Title, header));
    row->addSpacing(spacing::kUnit);
    text_ = new QLineEdit(header);
    text_->setObjectName(QStringLiteral("filter"));
    text_->setPlaceholderText(tr("Filter by name, model, method, tag"));
    text_->setClearButtonEnabled(true);
    text_->setAccessibleName(tr("Filter"));
    text_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    text_->setMaximumWidth(300);
    row->addWidget(text_, 1);
    withArchived_ = new QCheckBox(tr("Archived"), header);
    withArchived_->setToolTip(tr("Show archived runs too"));
    row->addWidget(withArchived_);
    row->addStretch();
    resume_ =
        addAction(row, QStringLiteral("play"), tr("Resume"), tr("Go on from the run's last checkpoint"));
    resume_->setObjectName(QStringLiteral("resume_run"));
    again_ =
        addAction(row, QStringLiteral("reset"), tr("Run again…"), tr("Fill Setup with the run's settings"));
    again_->setObjectName(QStringLiteral("run_again"));
    export_ =
        addAction(row, QStringLiteral("export"), tr("Export…"), tr("Take the run's result out as files"));
    export_->setObjectName(QStringLiteral("export_selected"));
    compare_ =
        addAction(row, QStringLiteral("compare"), tr("Compare"), tr("Show the chosen runs side by side"));
    compare_->setObjectName(QStringLiteral("compare_runs"));
    connect(compare_, &QPushButton::clicked, this, [this] { Q_EMIT compareRequested(selectedIds()); });
    connect(text_, &QLineEdit::textChanged, filter_, &RunFilterModel::setText);
    connect(withArchived_, &QCheckBox::toggled, this, &HistoryPage::reload);
    connect(resume_, &QPushButton::clicked, this, [this] {
        const RunSummary* run = selectedRuns().front();
        Q_EMIT resumeRequested(toQt(run->name), toQt(run->folder));
    });
    connect(again_, &QPushButton::clicked, this, [this] {
        const auto details = workbench_.source().run(selectedRuns().front()->id);
        if (details)
            Q_EMIT againRequested(details->manifest.config);
        else
            message_->showError(details.error());
    });
    connect(export_, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(selectedIds().front()); });
    return header;
}

QWidget* HistoryPage::buildTable() {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(1, 1, 1, 1);
    table_ = new QTableView(card);
    table_->setObjectName(QStringLiteral("runs"));
    table_->setAccessibleName(tr("Runs"));
    styleTable(table_);
    table_->setItemDelegate(new RunDelegate(table_));
    table_->setModel(filter_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setSortingEnabled(true);
    table_->sortByColumn(RunTableModel::Created, Qt::DescendingOrder);
    table_->horizontalHeader()->setSectionsMovable(true);
    const int widths[RunTableModel::ColumnCount] = {98, 184, 78, 64, 106, 78, 68, 71, 54, 100};
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        table_->setColumnWidth(column, widths[column]);
    table_->horizontalHeader()->setSectionResizeMode(RunTableModel::Name, QHeaderView::Stretch);
    table_->horizontalHeader()->setMinimumSectionSize(48);
    table_->horizontalHeader()->restoreState(
        workbench_.settings().value(QLatin1String(kHeaderState)).toByteArray());
    card->body()->addWidget(table_);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryPage::onSelectionChanged);
    return card;
}

QWidget* HistoryPage::buildChart() {
    auto* card = new Card({}, this);
    auto* row = card->header();
    chart_ = new LineChart({}, card);
    metric_ = new ComboEdit(card);
    metric_->setObjectName(QStringLiteral("metric"));
    metric_->setAccessibleName(tr("Metric"));
    metric_->addItem(tr("Training loss"), QStringLiteral("loss"));
    metric_->addItem(tr("Validation loss"), QStringLiteral("validation_loss"));
    metric_->addItem(tr("Learning rate"), QStringLiteral("learning_rate"));
    metric_->addItem(tr("Gradient norm"), QStringLiteral("gradient_norm"));
    metric_->addItem(tr("Loss scale"), QStringLiteral("loss_scale"));
    metric_->addItem(tr("Gradient underflow (share)"), QStringLiteral("gradient_underflow"));
    metric_->addItem(tr("Gradient overflow (share)"), QStringLiteral("gradient_overflow"));
    metric_->addItem(tr("Skipped steps"), QStringLiteral("skipped_steps"));
    metric_->addItem(tr("Tokens per second"), QStringLiteral("tokens_per_second"));
    metric_->addItem(tr("Memory (bytes)"), QStringLiteral("memory_bytes"));
    logarithmic_ = new QCheckBox(tr("Logarithmic"), card);
    row->addWidget(metric_);
    row->addStretch(1);
    row->addWidget(logarithmic_);
    card->body()->addWidget(chart_, 1);
    chart_->setValueFormat(shortNumber);
    connect(metric_, &QComboBox::currentIndexChanged, this, &HistoryPage::compare);
    connect(logarithmic_, &QCheckBox::toggled, chart_, &LineChart::setLogarithmic);
    return card;
}

QWidget* HistoryPage::buildDetails() {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(1, 2, 1, 1);
    auto* tabs = new QTabBar(card);
    tabs->setExpanding(false);
    tabs->addTab(tr("Differences"));
    tabs->addTab(tr("Notes and tags"));
    auto* pages = new QWidget(card);
    auto* stack = new QStackedLayout(pages);
    auto* differences = new QWidget(pages);
    auto* layout = new QVBoxLayout(differences);
    layout->setContentsMargins(0, 0, 0, 0);
    differenceNote_ = makeLabel({}, TextRole::Caption, differences);
    differenceNote_->setWordWrap(true);
    differenceNote_->setMargin(12);
    differenceNote_->setAlignment(Qt::AlignCenter);
    layout->addWidget(differenceNote_);
    differenceTable_ = new QTableView(differences);
    differenceTable_->setObjectName(QStringLiteral("differences"));
    differenceTable_->setAccessibleName(tr("Settings in which the runs differ"));
    styleTable(differenceTable_);
    differenceTable_->setModel(differences_);
    differenceTable_->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(differenceTable_, 1);
    notes_ = new RunNotes(workbench_.history(), pages);
    stack->addWidget(differences);
    stack->addWidget(notes_);
    connect(tabs, &QTabBar::currentChanged, stack, &QStackedLayout::setCurrentIndex);
    card->body()->setSpacing(0);
    card->body()->addWidget(tabs);
    card->body()->addWidget(pages, 1);
    return card;
}

void HistoryPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    reload();
}

void HistoryPage::saveState() {
    workbench_.settings().setValue(QLatin1String(kHeaderState), table_->horizontalHeader()->saveState());
    workbench_.settings().setValue(QLatin1String(kSplitterState), splitter_->saveState());
}

void HistoryPage::reload() {
    const auto runs = workbench_.source().runs({.with_archived = withArchived_->isChecked()});
    if (!runs && runs.error().code != ErrorCode::NotFound)
        message_->showError(runs.error());
    else if (workbench_.historyProblem())
        message_->showError(*workbench_.historyProblem());
    const QStringList selected = selectedIds();
    model_->setRuns(runs ? *runs : std::vector<RunSummary>());
    const bool showsTable =
        model_->rowCount() > 0 || withArchived_->isChecked() || !message_->message().isEmpty();
    stack_->setCurrentIndex(showsTable ? 1 : 0);
    if (selectedIds() != selected)
        select(selected);
    else
        onSelectionChanged();
}

QStringList HistoryPage::selectedIds() const {
    QStringList ids;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        ids << index.data(RunTableModel::IdRole).toString();
    return ids;
}

void HistoryPage::select(const QStringList& ids) {
    QItemSelection selection;
    for (const QString& id : ids) {
        const QModelIndex index = filter_->mapFromSource(model_->index(model_->rowOf(id), 0));
        if (index.isValid())
            selection.select(index, index);
    }
    table_->selectionModel()->select(selection,
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

std::vector<const RunSummary*> HistoryPage::selectedRuns() const {
    std::vector<const RunSummary*> runs;
    for (const QString& id : selectedIds())
        if (const int row = model_->rowOf(id); row >= 0)
            runs.push_back(&model_->run(row));
    return runs;
}

void HistoryPage::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    updateActions();
}

void HistoryPage::updateActions() {
    const auto runs = selectedRuns();
    const RunSummary* one = runs.size() == 1 ? runs.front() : nullptr;
    again_->setEnabled(one != nullptr);
    export_->setEnabled(one != nullptr && hasResult(one->status));
    compare_->setEnabled(!runs.empty());
    resume_->setEnabled(one != nullptr && canResume(one->status) && !isBusy_);
    resume_->setToolTip(one == nullptr            ? tr("Choose one run that was stopped or interrupted")
                        : isBusy_                 ? tr("Another run is active")
                        : !canResume(one->status) ? tr("This run has ended: “Run again” starts a new one")
                                                  : tr("Go on from the run's last checkpoint"));
}

void HistoryPage::onSelectionChanged() {
    const auto runs = selectedRuns();
    notes_->showRun(runs.size() == 1 ? runs.front() : nullptr);
    model_->setMarked(selectedIds());
    updateActions();
    compare();
}

void HistoryPage::compare() {
    std::vector<std::string> ids;
    for (const QString& id : selectedIds())
        ids.push_back(id.toStdString());
    comparison_.start(
        [database = History::database_path(workbench_.dataFolder()), ids,
         metric = metric_->currentData().toString().toStdString()](const CancelToken& cancel) {
            return readComparison(database, ids, metric, cancel);
        },
        [this](const std::vector<ComparedRun>& compared) { showComparison(compared); });
}

void HistoryPage::showComparison(const std::vector<ComparedRun>& runs) {
    chart_->removeCurves();
    chart_->setPlaceholder(runs.empty() ? tr("Choose runs in the table to lay their curves over each other")
                                        : tr("The chosen runs have no values of this metric"));
    std::vector<NamedConfig> configs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const ComparedRun& run = runs[i];
        const int row = model_->rowOf(toQt(run.id));
        if (!run.error.empty())
            message_->show(MessageKind::Warning, toQt(run.error));
        if (row < 0 || !run.error.empty())
            continue;
        const QString name = model_->index(row, RunTableModel::Name).data().toString();
        const bool hasFewPoints = metric_->currentData().toString() == QLatin1String("validation_loss");
        const int curve = chart_->addCurve({.name = name,
                                            .color = static_cast<int>(i),
                                            .style = hasFewPoints ? CurveStyle::Points : CurveStyle::Thin});
        chart_->setCurve(curve, run.steps, run.values);
        configs.push_back({name, run.config});
    }
    differences_->setRuns(configs);
    const bool hasRows = differences_->rowCount() > 0 && configs.size() > 1;
    differenceTable_->setVisible(hasRows);
    differenceTable_->resizeColumnsToContents();
    differenceNote_->setVisible(!hasRows);
    differenceNote_->setText(configs.size() < 2
                                 ? tr("Choose two or more runs to see in which settings they differ.")
                                 : tr("These runs have the same settings."));
}

}  // namespace tunebench::ui
