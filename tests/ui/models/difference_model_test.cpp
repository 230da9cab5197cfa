#include "ui/models/difference_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace tunebench;
using namespace tunebench::ui;

class DifferenceModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyDifferentSettingsAreListed() {
        NamedConfig a{QStringLiteral("a"), default_run_config()};
        NamedConfig b{QStringLiteral("b"), default_run_config()};
        b.config.general.name = "another name is no other setting";
        b.config.budget.batch_size = 4;
        b.config.optimizer.params.set("learning_rate", 1e-3);
        const auto rows = differencesOf({a, b});
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].key, QStringLiteral("optimizer.learning_rate"));
        QCOMPARE(rows[0].values, (std::vector<QString>{QStringLiteral("2e-4"), QStringLiteral("0.001")}));
        QCOMPARE(rows[0].label, QStringLiteral("Learning rate"));
        QCOMPARE(rows[1].key, QStringLiteral("budget.batch_size"));
    }

    void aSettingThatOneRunLacksIsADifference() {
        NamedConfig lora{QStringLiteral("lora"), default_run_config()};
        NamedConfig full = lora;
        QVERIFY(set_section_params(full.config, "method", [] {
            ParamMap params;
            params.set("id", "full");
            return params;
        }()));
        const auto rows = differencesOf({lora, full});
        const auto rank = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
            return row.key == QLatin1String("method.rank");
        });
        QVERIFY(rank != rows.end());
        QCOMPARE(rank->values[1], QStringLiteral("–"));
    }

    void defaultsAreNotThoseOfAnImportedRun() {
        const NamedConfig ours{QStringLiteral("ours"), default_run_config()};
        NamedConfig other = ours;
        other.config.general.seed = 7;
        NamedConfig imported = ours;
        imported.config.method = {.id = "imported"};
        const auto rows = differencesOf({ours, other, imported});
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].values, (std::vector<QString>{QStringLiteral("42"), QStringLiteral("7"),
                                                       QStringLiteral("unknown")}));
    }

    void numbersAreThoseOfTheTablesWithEveryDigit() {
        NamedConfig a{QStringLiteral("a"), default_run_config()};
        NamedConfig b = a;
        a.config.budget.steps = 3000;
        b.config.budget.steps = 300;
        a.config.optimizer.params.set("learning_rate", 5e-5);
        b.config.optimizer.params.set("learning_rate", 0.000123456);
        a.config.general.seed = 4242;
        const auto rows = differencesOf({a, b});
        const auto valueOf = [&](const char* key, std::size_t run) {
            for (const auto& row : rows)
                if (row.key == QLatin1String(key))
                    return row.values[run];
            return QString();
        };
        QCOMPARE(valueOf("budget.steps", 0), QLocale().toString(3000));
        QCOMPARE(valueOf("budget.steps", 1), QStringLiteral("300"));
        QCOMPARE(valueOf("optimizer.learning_rate", 0), QStringLiteral("5e-5"));
        QCOMPARE(valueOf("optimizer.learning_rate", 1), QStringLiteral("0.000123456"));
        QCOMPARE(valueOf("seed", 0), QStringLiteral("4242"));
    }

    void equalRunsHaveNoRows() {
        const NamedConfig run{QStringLiteral("a"), default_run_config()};
        QVERIFY(differencesOf({run, run, run}).empty());
        QVERIFY(differencesOf({}).empty());
    }

    void isAProperModel() {
        DifferenceModel model;
        const QAbstractItemModelTester tester(&model);
        NamedConfig a{QStringLiteral("a"), default_run_config()};
        NamedConfig b = a;
        b.config.general.seed = 7;
        model.setRuns({a, b});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("7"));
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Seed"));
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("seed"));
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Seed (seed)"));
        model.setRuns({});
    }
};

QTEST_GUILESS_MAIN(DifferenceModelTest)
#include "difference_model_test.moc"
