// A memory size to plan for: typed in behind a link, and taken back by it.
#include "ui/forms/memory_size_edit.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/theme/workbench_style.h"

using namespace tunebench::ui;

namespace {

constexpr qulonglong kGiB = qulonglong{1} << 30;

struct Opened {
    MemorySizeEdit edit;
    QSignalSpy changed{&edit, &MemorySizeEdit::changed};
    QLineEdit* size = edit.findChild<QLineEdit*>(QStringLiteral("memory_size"));
    QPushButton* link = edit.findChild<QPushButton*>(QStringLiteral("other_memory_size"));

    Opened() {
        edit.show();
        press();
    }
    void press() { QTest::mouseClick(link, Qt::LeftButton); }
    void type(const char* text) {
        size->selectAll();
        QTest::keyClicks(size, QString::fromLatin1(text));
    }
    qulonglong last() const { return changed.back().front().toULongLong(); }
};

}  // namespace

class MemorySizeEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsClosedAtFirst() {
        MemorySizeEdit edit;
        edit.show();
        QVERIFY(!edit.findChild<QLineEdit*>()->isVisible());
    }

    void aSizeIsTold() {
        Opened opened;
        QVERIFY(opened.size->isVisible());
        QCOMPARE(opened.changed.count(), 0);
        opened.type("24 GiB");
        QCOMPARE(opened.last(), 24 * kGiB);
    }

    void whatIsNoSizeIsNotTold() {
        Opened opened;
        opened.type("24 GiB");
        const auto told = opened.changed.count();
        opened.type("much");
        QVERIFY(isInvalid(opened.size));
        QVERIFY(!opened.size->accessibleDescription().isEmpty());
        QCOMPARE(opened.changed.count(), told);
    }

    void theLinkTakesItBack() {
        Opened opened;
        opened.type("24 GiB");
        opened.press();
        QVERIFY(!opened.size->isVisible());
        QCOMPARE(opened.last(), qulonglong{0});
        opened.press();
        QVERIFY(opened.size->text().isEmpty());
        QVERIFY(!isInvalid(opened.size));
    }
};

WATCHED_TEST_MAIN(MemorySizeEditTest)
#include "memory_size_edit_test.moc"
