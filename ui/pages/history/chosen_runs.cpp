#include "ui/pages/history/chosen_runs.h"

#include <algorithm>

#include <QStackedLayout>
#include <QTabBar>

#include "core/history/disk_use.h"
#include "ui/charts/chart_save_button.h"
#include "ui/models/run_cells.h"
#include "ui/pages/history/details/run_details_pane.h"
#include "ui/pages/history/run_curves.h"
#include "ui/pages/history/run_differences.h"
#include "ui/pages/history/run_notes.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/kept_layout.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr int kDetailsTab = 1;

}  // namespace

ChosenRuns::ChosenRuns(Workbench& workbench, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      dataFolder_(workbench.dataFolder()),
      comparison_(this),
      restoring_(this) {
    setChildrenCollapsible(false);
    curves_ = new RunCurves(this);
    addWidget(curves_);
    addWidget(buildTabs(workbench));
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setSizes({480, 400});
    markPanesKept(this, QStringLiteral("history-runs"));
    connect(curves_, &RunCurves::choiceChanged, this, &ChosenRuns::compare);
    connect(curves_->saveButton(), &ChartSaveButton::saved, this, &ChosenRuns::chartSaved);
    connect(curves_->saveButton(), &ChartSaveButton::failed, this, &ChosenRuns::failed);
    connect(details_, &RunDetailsPane::chartSaved, this, &ChosenRuns::chartSaved);
    connect(details_, &RunDetailsPane::failed, this, &ChosenRuns::failed);
    connect(details_, &RunDetailsPane::checkpointsPutAway, this, &ChosenRuns::tellOfCheckpoints);
}

QWidget* ChosenRuns::buildTabs(Workbench& workbench) {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(3, 2, 3, 3);  // round corners stay
    tabs_ = new QTabBar(card);
    tabs_->setObjectName(QStringLiteral("history_tabs"));
    tabs_->setAccessibleName(tr("About the chosen runs"));
    tabs_->setExpanding(false);
    auto* pages = new QWidget(card);
    auto* stack = new QStackedLayout(pages);
    differences_ = new RunDifferences(pages);
    details_ = new RunDetailsPane(dataFolder_, pages);
    notes_ = new RunNotes(workbench.history(), pages);
    for (const auto& [widget, title] : {std::pair<QWidget*, QString>{differences_, tr("Differences")},
                                        {details_, tr("Details")},
                                        {notes_, tr("Notes and tags")}}) {
        tabs_->addTab(title);
        stack->addWidget(widget);
    }
    connect(tabs_, &QTabBar::currentChanged, stack, &QStackedLayout::setCurrentIndex);
    connect(tabs_, &QTabBar::currentChanged, this, &ChosenRuns::showDetails);
    card->body()->setSpacing(0);
    card->body()->addWidget(tabs_);
    card->body()->addWidget(pages, 1);
    return card;
}

LineChart* ChosenRuns::chart() const {
    return curves_->chart();
}

void ChosenRuns::show(const std::vector<const RunSummary*>& runs) {
    runs_.clear();
    for (const RunSummary* run : runs)
        runs_.emplace_back(run->id, runName(*run));
    notes_->showRun(runs.size() == 1 ? runs.front() : nullptr);
    showDetails();
    compare();
}

void ChosenRuns::showDetails() {
    if (tabs_->currentIndex() == kDetailsTab)
        details_->showRun(runs_.size() == 1 ? toQt(runs_.front().first) : QString());
}

void ChosenRuns::compare() {
    std::vector<std::string> ids;
    for (const auto& [id, name] : runs_)
        if (ids.size() < kMostCurves)
            ids.push_back(id);
    comparison_.start(
        [database = History::database_path(dataFolder_), ids, metric = curves_->metricName(),
         along = curves_->placeKind()](const CancelToken& cancel) {
            return readComparison(database, ids, metric, along, cancel);
        },
        [this](Comparison comparison) { showComparison(std::move(comparison)); });
}

void ChosenRuns::showComparison(Comparison comparison) {
    QStringList names;
    std::vector<NamedConfig> configs;
    for (const ComparedRun& run : comparison.runs) {
        const auto known = std::ranges::find(runs_, run.id, &std::pair<std::string, QString>::first);
        names << (known != runs_.end() ? known->second : toQt(run.id));
        if (run.error.empty())
            configs.push_back({names.back(), run.config});
        else
            Q_EMIT failed({.code = ErrorCode::Corrupt, .message = run.error});
    }
    if (!comparison.metrics.empty())
        curves_->setMetrics(comparison.metrics);
    curves_->show(std::move(comparison), names, static_cast<int>(runs_.size()));
    differences_->show(configs);
}

void ChosenRuns::tellOfCheckpoints(const std::filesystem::path& folder,
                                   const std::vector<std::string>& names) {
    Q_EMIT checkpointsPutAway(names.size() == 1 ? tr("1 checkpoint moved into the trash")
                                                : tr("%1 checkpoints moved into the trash").arg(names.size()),
                              [this, folder, names] { bringBack(folder, names); });
}

void ChosenRuns::bringBack(const std::filesystem::path& folder, const std::vector<std::string>& names) {
    restoring_.start(
        [data = dataFolder_, folder, names](const CancelToken&) -> std::optional<Error> {
            const auto back = bring_checkpoints_back(data, folder, names);
            return back ? std::nullopt : std::optional(back.error());
        },
        [this](const std::optional<Error>& error) {
            if (error)
                Q_EMIT failed(*error);
            showDetails();
        });
}

}  // namespace tunebench::ui
