#include "ui/models/run_table_model.h"

#include <limits>
#include <numeric>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

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

const std::vector<RunColumn> kColumns = {
    {"starred", ColumnOrigin::Table, ColumnKind::Flag},
    {"status", ColumnOrigin::Table, ColumnKind::Status},
    {"name", ColumnOrigin::Table, ColumnKind::Text},
    {"method", ColumnOrigin::Table, ColumnKind::Text},
    {"trainable_parameters", ColumnOrigin::Table, ColumnKind::Count},
    {"peak", ColumnOrigin::Table, ColumnKind::Bytes},
    {"best_validation_loss", ColumnOrigin::Table, ColumnKind::Number},
    {"method.rank", ColumnOrigin::Setting, ColumnKind::Number},
    {"loss.best_step", ColumnOrigin::Metric, ColumnKind::Count},
};

RunTable tableOf(std::vector<RunSummary> runs) {
    RunTable table(std::move(runs));
    RunTable::Values stars;
    RunTable::Values names;
    RunTable::Values losses;
    RunTable::Values peaks;
    RunTable::Values ranks;
    for (const RunSummary& summary : table.runs()) {
        stars.emplace_back(summary.starred ? 1.0 : 0.0);
        names.emplace_back(summary.name);
        losses.push_back(summary.best_validation_loss ? FilterValue(*summary.best_validation_loss)
                                                      : FilterValue());
        peaks.emplace_back(static_cast<double>(summary.peak_bytes));
        ranks.emplace_back(ranks.size() % 2 == 0 ? 4.0 : 16.0);
    }
    table.add("starred", std::move(stars));
    table.add("name", std::move(names));
    table.add("best_validation_loss", std::move(losses));
    table.add("peak", std::move(peaks));
    table.add("method.rank", std::move(ranks));
    table.add("status", RunTable::Values(table.size(), FilterValue("completed")));
    table.add("method", RunTable::Values(table.size(), FilterValue("lora")));
    return table;
}

/// In the order of the runs, grouped by those columns.
void show(RunTableModel& model, const RunTable& table, std::vector<std::string> groupBy = {}) {
    std::vector<std::size_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    auto groups = arranged(table, std::move(rows), {.group_by = groupBy});
    model.setRows(table, std::move(groups), std::move(groupBy));
}

QString cell(const RunTableModel& model, int row, const char* column, int role = Qt::DisplayRole) {
    return model.index(row, model.columnOf(column)).data(role).toString();
}

}  // namespace

class RunTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        RunTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setColumns(kColumns);
        show(model, tableOf({run("a", "first", 0.5), run("b", "second", 0.4), run("c", "third", {})}));
        model.setMarked({QStringLiteral("b")});
        show(model, tableOf({run("a", "renamed", 0.5), run("b", "second", 0.3), run("c", "third", {})}));
        show(model, model.table(), {"method.rank"});
        model.setFolded(0, true);
        model.setColumns({kColumns.begin(), kColumns.begin() + 3});
        show(model, tableOf({}));
        QCOMPARE(model.rowCount(), 0);
    }

    void showsRoundedValuesWithUnits() {
        RunTableModel model;
        model.setColumns(kColumns);
        show(model, tableOf({run("a", "first", 0.42134), run("b", "", {})}));
        QCOMPARE(cell(model, 0, "status"), QStringLiteral("Completed"));
        QCOMPARE(cell(model, 0, "method"), QStringLiteral("LoRA"));
        QCOMPARE(cell(model, 0, "method", Qt::ToolTipRole), QStringLiteral("LoRA (lora)"));
        QCOMPARE(cell(model, 0, "trainable_parameters"), QStringLiteral("12.3 k (1.23 %)"));
        QCOMPARE(cell(model, 0, "peak"), QStringLiteral("100.00 MiB"));
        QCOMPARE(cell(model, 0, "best_validation_loss"), QStringLiteral("0.4213"));
        QCOMPARE(cell(model, 0, "method.rank"), QStringLiteral("4"));
        QCOMPARE(cell(model, 0, "loss.best_step"), QStringLiteral("–"));
        QCOMPARE(cell(model, 1, "name"), QStringLiteral("Unnamed (b)"));
        QCOMPARE(cell(model, 1, "best_validation_loss"), QStringLiteral("–"));
        QVERIFY(cell(model, 0, "peak", Qt::ToolTipRole).contains(QStringLiteral("90.00 MiB")));
        QVERIFY(cell(model, 0, "best_validation_loss", Qt::ToolTipRole).contains(QStringLiteral("step 250")));
        QCOMPARE(cell(model, 0, "starred", Qt::AccessibleTextRole), QStringLiteral("Not starred"));
    }

    void headersSayHowFiltersCallAColumn() {
        RunTableModel model;
        model.setColumns(kColumns);
        const auto header = [&](const char* column, int role) {
            return model.headerData(model.columnOf(column), Qt::Horizontal, role).toString();
        };
        QCOMPARE(header("best_validation_loss", Qt::DisplayRole), QStringLiteral("Best loss"));
        QCOMPARE(header("method.rank", Qt::DisplayRole), QStringLiteral("method.rank"));
        QVERIFY(
            header("best_validation_loss", Qt::ToolTipRole).contains(QStringLiteral("best_validation_loss")));
        QCOMPARE(header("starred", Qt::DisplayRole), QString());
        QCOMPARE(header("starred", Qt::AccessibleTextRole), QStringLiteral("Star"));
    }

    void groupsHaveALineWithMeansAndCanBeFolded() {
        RunTableModel model;
        model.setColumns(kColumns);
        show(model, tableOf({run("a", "A", 0.5), run("b", "B", 0.1), run("c", "C", 0.7)}), {"method.rank"});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.runCount(), 3);
        QVERIFY(model.isGroup(0));
        QVERIFY(cell(model, 0, "name").contains(QStringLiteral("method.rank 4 · 2")));
        QCOMPARE(cell(model, 0, "best_validation_loss"), QStringLiteral("0.6000"));
        const auto whole = [&](const char* column) {
            return model.index(0, model.columnOf(column)).data(RunTableModel::WholeTextRole).toString();
        };
        QCOMPARE(whole("best_validation_loss"), QStringLiteral("0.6000 ± 0.1414"));
        QCOMPARE(whole("peak"), QStringLiteral("100.00 MiB"));  // of both
        QCOMPARE(whole("status"), QStringLiteral("Completed"));
        QCOMPARE(whole("name"), cell(model, 0, "name"));
        QCOMPARE(cell(model, 0, "status"), QStringLiteral("Completed"));
        QVERIFY(!model.flags(model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.rowOf(QStringLiteral("c")), 2);
        model.setFolded(0, true);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(QStringLiteral("c")), -1);
        QCOMPARE(model.runCount(), 3);
        show(model, tableOf({run("a", "A", 0.5), run("b", "B", 0.1)}), {"method.rank"});
        QVERIFY(model.isFolded(0));
        model.setFolded(0, false);
        QCOMPARE(model.rowCount(), 4);
    }

    void anUpdateKeepsTheRows() {
        RunTableModel model;
        model.setColumns(kColumns);
        show(model, tableOf({run("a", "first", 1.0)}));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        show(model, tableOf({run("a", "first", 0.9)}));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(cell(model, 0, "best_validation_loss"), QStringLiteral("0.9000"));
    }

    void notANumberIsShownAsSuch() {
        RunTableModel model;
        model.setColumns(kColumns);
        show(model, tableOf({run("a", "lost", std::numeric_limits<double>::quiet_NaN())}));
        QCOMPARE(cell(model, 0, "best_validation_loss"), QStringLiteral("NaN"));
    }
};

QTEST_GUILESS_MAIN(RunTableModelTest)
#include "run_table_model_test.moc"
