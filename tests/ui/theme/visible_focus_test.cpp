// Whoever works with the keyboard sees where it is: every kind of control looks different with the focus.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/number_edit.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

/// One of each kind, below each other.
struct Controls {
    QWidget window;
    QStandardItemModel model{1, 1};

    Controls() {
        auto* column = new QVBoxLayout(&window);
        const auto add = [&](QWidget* control) {
            control->setFocusPolicy(Qt::StrongFocus);
            column->addWidget(control);
        };
        add(new QPushButton(QStringLiteral("Button")));
        add(new QToolButton);
        auto* flat = new QToolButton;  // as those that lead to a page
        flat->setAutoRaise(true);
        add(flat);
        add(new QCheckBox(QStringLiteral("Choice")));
        add(new QLineEdit);
        add(new NumberEdit(NumberStyle::Integer));
        auto* combo = new ComboEdit;
        combo->addItem(QStringLiteral("one"));
        add(combo);
        add(new QSlider(Qt::Horizontal));
        auto* tabs = new QTabBar;
        tabs->addTab(QStringLiteral("First"));
        tabs->addTab(QStringLiteral("Second"));
        add(tabs);
        auto* text = new QPlainTextEdit;
        text->setTabChangesFocus(true);
        add(text);
        auto* table = new QTableView;
        table->setModel(&model);
        styleTable(table);
        table->setTabKeyNavigation(false);
        add(table);
        add(new LineChart(QStringLiteral("Loss")));
        window.resize(420, 1000);
        window.show();
    }

    QImage pictureOf(const QWidget& control) {
        constexpr int kRing = 3;
        const QRect place(control.mapTo(&window, QPoint()), control.size());
        return window.grab(place.adjusted(-kRing, -kRing, kRing, kRing)).toImage();
    }
};

}  // namespace

class VisibleFocusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        installTheme(*qApp, ThemeChoice::Light);
        QApplication::setCursorFlashTime(0);  // a cursor that stands still
    }

    void everyControlShowsTheFocus_data() {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyControlShowsTheFocus() {
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? ThemeChoice::Dark : ThemeChoice::Light);
        Controls controls;
        QVERIFY(QTest::qWaitForWindowActive(&controls.window));
        const auto all = controls.window.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(all.size() >= 12);
        all.front()->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < all.size(); ++i) {
            QWidget* next = all[(i + 1) % all.size()];
            const QImage before = controls.pictureOf(*next);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY2(QApplication::focusWidget() == next || next->isAncestorOf(QApplication::focusWidget()),
                     next->metaObject()->className());
            QVERIFY2(controls.pictureOf(*next) != before, next->metaObject()->className());
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }
};

WATCHED_TEST_MAIN(VisibleFocusTest)
#include "visible_focus_test.moc"
