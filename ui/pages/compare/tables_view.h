// MetricsView, SettingsView, TestsView: the tables of a comparison.
#pragma once

#include <memory>

#include <QWidget>

#include "core/study/report/run_comparison.h"

class QCheckBox;
class QLabel;
class QTableView;

namespace tunebench::ui {

/// What was measured, with what it differs by from the baseline.
class MetricsView : public QWidget {
    Q_OBJECT

public:
    explicit MetricsView(QWidget* parent = nullptr);
    void show(const RunComparison& comparison);

private:
    QTableView* table_ = nullptr;
    QLabel* note_ = nullptr;
};

/// The settings that differ; those that an imported run does not tell, when asked for.
class SettingsView : public QWidget {
    Q_OBJECT

public:
    explicit SettingsView(QWidget* parent = nullptr);
    void show(std::shared_ptr<const RunComparison> comparison);

private:
    void fill();

    std::shared_ptr<const RunComparison> comparison_;
    QTableView* table_ = nullptr;
    QCheckBox* withUnknown_ = nullptr;
    QLabel* note_ = nullptr;
};

/// Verdict and tests, where the runs were measured on the same held-out examples.
class TestsView : public QWidget {
    Q_OBJECT

public:
    explicit TestsView(QWidget* parent = nullptr);
    void show(const RunComparison& comparison);

private:
    QLabel* verdict_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* caption_ = nullptr;
};

}  // namespace tunebench::ui
