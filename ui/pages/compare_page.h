// ComparePage: any runs side by side: curves, settings that differ, measured numbers with what they differ by
// from a baseline, trade-offs, parallel coordinates and tests. Runs that differ by their seed alone stand
// together. What is read and computed is so off the UI thread; the page shows what core says.
#pragma once

#include <memory>

#include <QStringList>
#include <QWidget>

#include "ui/pages/compare/compared_runs.h"
#include "ui/run/latest_task.h"

class QCheckBox;
class QPushButton;
class QStackedLayout;
class QTabBar;

namespace tunebench::ui {

class CurvesView;
class MessageBar;
class MetricsView;
class ParallelView;
class ComparedList;
class SettingsView;
class TestsView;
class TradeOffView;
class Workbench;

class ComparePage : public QWidget {
    Q_OBJECT

public:
    enum Tab { Curves, Metrics, Settings, TradeOff, Parallel, Tests };

    explicit ComparePage(Workbench& workbench, QWidget* parent = nullptr);

    /// The first is the baseline. Remembered for the next session.
    void setRuns(const QStringList& ids);
    const QStringList& runs() const { return ids_; }
    /// Of what is shown; null while nothing is.
    const RunComparison* comparison() const { return comparison_.get(); }
    void showTab(Tab tab);
    /// As its name ends: .md, .html or .tex.
    void saveReport(const QString& file);

    CurvesView* curves() const { return curves_; }
    TradeOffView* tradeOff() const { return tradeOff_; }
    ParallelView* parallel() const { return parallel_; }
    ComparedList* list() const { return list_; }

Q_SIGNALS:
    /// Other runs shall be chosen; these are compared now.
    void historyRequested(const QStringList& ids);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildHeader();
    QWidget* buildTabs();
    void connectViews();
    void read();
    void showRead(ComparedRuns compared);
    void compare();
    void showComparison(std::shared_ptr<const RunComparison> comparison);
    void chooseBaseline(int group);
    void removeGroup(int group);
    void restore(const QStringList& ids, const QString& baseline);
    void askForReport();
    void copyReport();

    Workbench& workbench_;
    QStringList ids_;
    QString baseline_;  // a run's id
    std::shared_ptr<const ComparedRuns> read_;
    std::shared_ptr<const RunComparison> comparison_;
    QStackedLayout* stack_ = nullptr;
    MessageBar* message_ = nullptr;
    QCheckBox* groupSeeds_ = nullptr;
    QPushButton* report_ = nullptr;
    ComparedList* list_ = nullptr;
    QTabBar* tabs_ = nullptr;
    CurvesView* curves_ = nullptr;
    MetricsView* metrics_ = nullptr;
    SettingsView* settings_ = nullptr;
    TradeOffView* tradeOff_ = nullptr;
    ParallelView* parallel_ = nullptr;
    TestsView* tests_ = nullptr;
    LatestTask<std::shared_ptr<ComparedRuns>> reading_;
    LatestTask<std::shared_ptr<const RunComparison>> comparing_;
    bool isStale_ = true;  // has to be read before it is shown
    bool isReading_ = false;
};

}  // namespace tunebench::ui
