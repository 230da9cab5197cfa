#include "ui/shell/page_registry.h"

#include <QSet>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/history_page.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

class PageRegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void everyPageHasAnIconAWordAndKeysOfItsOwn() {
        QSet<QString> names;
        QSet<QString> labels;
        QSet<QString> shortcuts;
        for (const PageLine& line : pageLines()) {
            const QString name = QLatin1String(line.name);
            QVERIFY2(!icon(name).isNull(), line.name);
            QVERIFY2(!pageShortcut(line.page).isEmpty(), line.name);
            names << name;
            labels << pageLabel(line.page);
            shortcuts << pageShortcut(line.page).toString();
            QVERIFY(pageNamed(name) == line.page);
            QCOMPARE(pageOfType(*line.type), line.page);
        }
        for (const auto& distinct : {names, labels, shortcuts})
            QCOMPARE(distinct.size(), kPageCount);
        QVERIFY(!pageNamed(QStringLiteral("no such page")));
    }

    void pagesAreMadeOnceAndAreOfTheirClass() {
        OpenedWindow opened;
        for (const PageLine& line : pageLines()) {
            opened.window().showPage(line.page);
            QCOMPARE(opened.window().currentPage(), line.page);
            int count = 0;
            for (const QWidget* widget : opened.window().findChildren<QWidget*>())
                count += widget->metaObject() == line.type ? 1 : 0;
            QCOMPARE(count, 1);
        }
        QCOMPARE(opened.window().setupPage(), opened.window().setupPage());
        QVERIFY(opened.window().historyPage() != nullptr);
    }
};

WATCHED_TEST_MAIN(PageRegistryTest)
#include "page_registry_test.moc"
