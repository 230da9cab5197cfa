#include "ui/theme/workbench_style.h"

#include <QImage>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

#include "tests/ui/support/watched_application.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/theme.h"

using namespace tunebench::ui;

namespace {

QStyleOptionHeader sortedHeader(Qt::Alignment alignment) {
    QStyleOptionHeader header;
    header.rect = QRect(100, 0, 300, 30);
    header.text = QStringLiteral("Created");
    header.textAlignment = alignment;
    header.sortIndicator = QStyleOptionHeader::SortUp;
    return header;
}

/// Pixels that differ from the one at the upper left.
int marked(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    return count;
}

}  // namespace

class WorkbenchStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theArrowOfASortedColumnStandsBehindItsTitle() {
        const auto header = sortedHeader(Qt::AlignLeft | Qt::AlignVCenter);
        const QRect arrow = parts::headerArrow(header);
        const int end = parts::headerLabel(header).left() + header.fontMetrics.horizontalAdvance(header.text);
        QVERIFY(arrow.left() > end && arrow.left() < end + spacing::kUnit);
        QCOMPARE(arrow.top() + arrow.bottom(), header.rect.top() + header.rect.bottom());
        const QRect edge = parts::headerArrow(sortedHeader(Qt::AlignRight | Qt::AlignVCenter));
        QVERIFY(edge.right() < header.rect.right() && edge.left() > arrow.right());
    }

    void theHeaderDrawsTheArrowThere() {
        const auto header = sortedHeader(Qt::AlignLeft | Qt::AlignVCenter);
        QImage image(header.rect.right() + 1, header.rect.height(), QImage::Format_RGB32);
        image.fill(lightColors().surface);
        QPainter painter(&image);
        qApp->style()->drawControl(QStyle::CE_Header, &header, &painter);
        painter.end();
        QVERIFY(marked(image.copy(parts::headerArrow(header))) > 5);
        // Behind it there is nothing but the line below.
        const int behind = parts::headerArrow(header).right() + 2;
        QCOMPARE(marked(image.copy(behind, 0, image.width() - behind, image.height() - 1)), 0);
    }

    void theLineOfAHeaderGoesOnBehindItsColumns() {
        QStyleOption option;
        option.palette = qApp->palette();
        option.rect = QRect(0, 0, 50, 30);
        QImage image(option.rect.size(), QImage::Format_RGB32);
        QPainter painter(&image);
        qApp->style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, &painter);
        painter.end();
        QCOMPARE(image.pixelColor(25, 29), lightColors().border);
        QCOMPARE(image.pixelColor(25, 28), lightColors().surface);
    }

    void tabsBesideATitleAreAsHighAsButtons() {
        QWidget window;
        QTabBar tabs(&window);
        tabs.addTab(QStringLiteral("Search"));
        QPushButton button(QStringLiteral("Save"), &window);
        QVERIFY(tabs.sizeHint().height() > button.sizeHint().height());
        tabs.setDrawBase(false);
        tabs.addTab(QStringLiteral("Access"));  // asks for its size anew
        QCOMPARE(tabs.sizeHint().height(), button.sizeHint().height());
        QCOMPARE(qApp->style()->pixelMetric(QStyle::PM_TabBarTabShiftVertical, nullptr, &tabs), 0);
    }

    void theTextOfALinkBeginsWhereItsColumnDoes() {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        layout->setContentsMargins(20, 20, 20, 20);
        auto* box = new QPushButton(QStringLiteral("Save"), &window);
        auto* link = new QPushButton(QStringLiteral("More"), &window);
        setButtonKind(link, ButtonKind::Link);
        layout->addWidget(box);
        layout->addWidget(link, 0, Qt::AlignLeft);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(box->x(), 20);
        QCOMPARE(link->x(), 20 - spacing::kHalf);
        QVERIFY(link->width() >= link->fontMetrics().horizontalAdvance(link->text()) + 2 * spacing::kHalf);
    }

    void theFrameOfATextKeepsItsRoundCorners() {
        QWidget window;
        window.resize(200, 120);
        QPlainTextEdit text(&window);
        text.setGeometry(20, 20, 160, 80);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QImage image = window.grab().toImage();
        const qreal ratio = image.devicePixelRatio();
        const auto at = [&](int x, int y) {
            return image.pixelColor(static_cast<int>(x * ratio), static_cast<int>(y * ratio));
        };
        const QColor filled = text.palette().color(QPalette::Base);
        QVERIFY(isFilledFrame(&text));
        QCOMPARE(at(100, 60), filled);
        QVERIFY(at(21, 21) != filled);  // on the arc
        QVERIFY(at(178, 98) != filled);
    }

    void theArrowOfAMenuIsThatOfAChoice() {
        QStyleOption option;
        option.palette = qApp->palette();
        option.state = QStyle::State_Enabled;
        option.rect = QRect(5, 5, 6, 6);
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(lightColors().surface);
        QPainter painter(&image);
        qApp->style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &option, &painter);
        painter.end();
        // Open at the top, where a triangle is filled.
        QCOMPARE(image.pixelColor(7, 6), lightColors().surface);
        QVERIFY(marked(image) > 5);
    }

    void splittersShowTheirDotsInBothThemes() {
        for (const Colors* colors : {&lightColors(), &darkColors()}) {
            QStyleOption option;
            option.palette = paletteOf(*colors);
            option.rect = QRect(0, 0, 8, 60);
            QImage image(option.rect.size(), QImage::Format_RGB32);
            image.fill(colors->window);
            QPainter painter(&image);
            qApp->style()->drawControl(QStyle::CE_Splitter, &option, &painter);
            painter.end();
            QVERIFY(marked(image) >= 5 * 4);
        }
    }
};

WATCHED_TEST_MAIN(WorkbenchStyleTest)
#include "workbench_style_test.moc"
