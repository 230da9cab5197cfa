#include "ui/models/run_table_model.h"

#include <limits>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/models/run_filter_model.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

RunSummary run(std::string id, std::string name, std::optional<double> loss) {
    return {.id = std::move(id),
            .name = std::move(name),
            .status = RunStatus::Completed,
            .method = "lora",
            .model = "town",
            .created_at = "2026-11-23T10:00:00.000Z",
            .steps = 300,
            .total_steps = 300,
            .total_parameters = 1'000'000,
            .trainable_parameters = 12'345,
            .predicted_peak_bytes = 90 << 20,
            .peak_bytes = 100 << 20,
            .tokens_per_second = 1234.4,
            .best_validation_loss = loss,
            .best_step = 250,
            .tags = "baseline"};
}

QStringList names(const QAbstractItemModel& model) {
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, RunTableModel::Name).data().toString();
    return result;
}

}  // namespace

class RunTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        RunTableModel model;
        RunFilterModel filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model);
        const QAbstractItemModelTester filterTester(&filter);
        model.setRuns({run("a", "first", 0.5), run("b", "second", 0.4)});
        filter.setText(QStringLiteral("second"));
        filter.sort(RunTableModel::BestLoss);
        model.setRuns({run("a", "renamed", 0.5), run("b", "second", 0.3)});
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }

    void showsMeasuredColumns() {
        RunTableModel model;
        model.setRuns({run("a", "first", 0.4213)});
        const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(RunTableModel::Status), QStringLiteral("Completed"));
        QCOMPARE(cell(RunTableModel::Trainable), QStringLiteral("12.3 k (1.23 %)"));
        QCOMPARE(cell(RunTableModel::PeakMemory), QStringLiteral("100.00 MiB"));
        QCOMPARE(cell(RunTableModel::BestLoss), QStringLiteral("0.4213"));
        QVERIFY(model.index(0, RunTableModel::PeakMemory)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("90.00 MiB")));
    }

    void sortsByExactValuesWithMissingOnesLast() {
        RunTableModel model;
        RunFilterModel filter;
        filter.setSourceModel(&model);
        model.setRuns({run("a", "none", {}), run("b", "nan", std::numeric_limits<double>::quiet_NaN()),
                       run("c", "high", 10.0), run("d", "low", 9.00001), run("e", "lower", 9.00000)});
        filter.sort(RunTableModel::BestLoss);
        QCOMPARE(names(filter).mid(0, 3),
                 (QStringList{QStringLiteral("lower"), QStringLiteral("low"), QStringLiteral("high")}));
    }

    void filtersByEveryWordInAnyColumn() {
        RunTableModel model;
        RunFilterModel filter;
        filter.setSourceModel(&model);
        model.setRuns({run("a", "first", 1.0), run("b", "second", 1.0)});
        filter.setText(QStringLiteral("BASE sec"));
        QCOMPARE(names(filter), QStringList{QStringLiteral("second")});
        filter.setText(QStringLiteral("absent"));
        QCOMPARE(filter.rowCount(), 0);
    }

    void anUpdateKeepsTheRows() {
        RunTableModel model;
        model.setRuns({run("a", "first", 1.0)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRuns({run("a", "first", 0.9)});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.index(0, RunTableModel::BestLoss).data().toString(), QStringLiteral("0.9000"));
    }
};

QTEST_GUILESS_MAIN(RunTableModelTest)
#include "run_table_model_test.moc"
