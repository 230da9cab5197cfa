// Methods × precisions with real events: what each cell says, and what choosing one asks for.
#include "ui/forms/fit_table_view.h"

#include <algorithm>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "ui/forms/fit_cell_button.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;

class FitTableViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void everyMethodHasACellInEveryPrecision() {
        FitTableView view;
        view.showTable(rows_);
        QCOMPARE(view.findChildren<FitCellButton*>().size(),
                 static_cast<qsizetype>(all_methods().size() * precision_choices().size()));
        for (const FitRow& row : rows_)
            for (const FitCell& cell : row.cells) {
                FitCellButton* button = view.cell(toQt(row.method), toQt(cell.precision));
                QVERIFY2(button != nullptr, row.method.c_str());
                QCOMPARE(button->isEnabled(), !cell.refusal.has_value());
                if (!cell.refusal)
                    QCOMPARE(button->text(), bytesText(cell.expected_bytes));
                else
                    QVERIFY(button->toolTip().contains(toQt(cell.refusal->message)));
            }
    }

    void headingsEndWhereTheNumbersDo() {
        FitTableView view;
        view.showTable(rows_);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const PrecisionChoice& precision : precision_choices()) {
            const auto labels = view.findChildren<QLabel*>();
            const auto heading = std::ranges::find_if(
                labels, [&](const QLabel* label) { return label->text() == coreText(precision.title); });
            QVERIFY(heading != labels.end());
            const QRect cell = view.cell(QStringLiteral("lora"), toQt(precision.id))->geometry();
            QCOMPARE((*heading)->contentsRect().translated((*heading)->pos()).right(),
                     cell.right() - spacing::kUnit);
        }
    }

    void theLimitDecidesWhatFits() {
        FitTableView view;
        view.showTable(rows_);
        FitCellButton* cell = view.cell(QStringLiteral("lora"), QStringLiteral("bf16"));
        const std::uint64_t needed = bytesOf("lora", "bf16");
        view.setLimit(needed - 1);
        QCOMPARE(cell->fit(), Fit::TooLarge);
        QVERIFY(cell->accessibleName().contains(QStringLiteral("does not fit")));
        view.setLimit(needed + 1);
        QCOMPARE(cell->fit(), Fit::Tight);
        view.setLimit(4 * needed);
        QCOMPARE(cell->fit(), Fit::Fits);
        view.showTable(rows_);  // other rows keep the limit
        QCOMPARE(view.cell(QStringLiteral("lora"), QStringLiteral("bf16"))->fit(), Fit::Fits);
    }

    void aClickOrAKeyChooses() {
        FitTableView view;
        view.showTable(rows_);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy chosen(&view, &FitTableView::chosen);
        QTest::mouseClick(view.cell(QStringLiteral("dora"), QStringLiteral("nf4")), Qt::LeftButton);
        FitCellButton* full = view.cell(QStringLiteral("full"), QStringLiteral("bf16"));
        full->setFocus();
        QTest::keyClick(full, Qt::Key_Space);
        QTest::mouseClick(view.cell(QStringLiteral("full"), QStringLiteral("nf4")),
                          Qt::LeftButton);  // cannot be
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen[0], QVariantList({QStringLiteral("dora"), QStringLiteral("nf4")}));
        QCOMPARE(chosen[1], QVariantList({QStringLiteral("full"), QStringLiteral("bf16")}));
    }

    void cellsArePaintedInTheirVerdict() {
        FitTableView view;
        view.showTable(rows_);
        FitCellButton* cell = view.cell(QStringLiteral("lora"), QStringLiteral("fp32"));
        view.setLimit(bytesOf("lora", "fp32") * 4);
        const QImage fits = cell->grab().toImage();
        view.setLimit(bytesOf("lora", "fp32") / 4);
        QVERIFY(cell->grab().toImage() != fits);
    }

private:
    std::uint64_t bytesOf(const char* method, const char* precision) const {
        for (const FitRow& row : rows_)
            for (const FitCell& cell : row.cells)
                if (row.method == method && cell.precision == precision)
                    return cell.expected_bytes;
        return 0;
    }

    const std::vector<FitRow> rows_ = fit_table(*shape_config("smollm-135m"), default_run_config());
};

QTEST_MAIN(FitTableViewTest)
#include "fit_table_view_test.moc"
