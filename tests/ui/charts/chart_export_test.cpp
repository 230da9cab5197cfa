// Files of charts, read back by others than who wrote them.
#include "ui/charts/chart_export.h"

#include <cmath>
#include <functional>
#include <limits>

#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QXmlStreamReader>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_save_button.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr QSize kSize = {420, 240};

void fill(LineChart& chart) {
    chart.resize(kSize);
    const int training = chart.addCurve({.name = QStringLiteral("training, raw"), .style = CurveStyle::Thin});
    const int validation =
        chart.addCurve({.name = QStringLiteral("validation"), .color = 1, .style = CurveStyle::Points});
    chart.setCurve(training, {1, 2, 3, 4}, {3.5, 0.1, kNaN, 1.0 / 3.0});
    chart.setCurve(validation, {0, 2, 4}, {4, 3, 2.5});
}

/// Of a size that no picture has: the bytes of a line are no int. Qt refuses it before it asks for memory.
class EndlessChart : public ChartSource {
public:
    QString chartTitle() const override { return QStringLiteral("Endless"); }
    QSize chartSize() const override { return {1 << 29, 1}; }
    void paintOn(QPaintDevice&, const QSize&) override {}
    void writeCsv(QIODevice&) const override {}
};

QByteArray read(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QByteArray saved(ChartSource& chart, const QTemporaryDir& folder, const char* suffix) {
    const QString file = folder.filePath(QStringLiteral("chart.") + QLatin1String(suffix));
    const auto done = saveChart(chart, file);
    if (!done)
        qWarning("%s", done.error().message.c_str());
    return read(file);
}

/// Answers the next question for a file.
void whenAsked(const std::function<void(QFileDialog&)>& answer) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, answer] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        answer(*dialog);
    });
    timer->start(50);
}

/// How many pixels differ visibly.
double difference(const QImage& a, const QImage& b) {
    constexpr int kVisible = 48;
    int differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            const int most = std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()),
                                       std::abs(p.blue() - q.blue())});
            differing += most > kVisible ? 1 : 0;
        }
    return static_cast<double>(differing) / (a.width() * a.height());
}

}  // namespace

class ChartExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aPngIsTwiceAsFineAsTheScreen() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss"));
        fill(chart);
        const QImage image = QImage::fromData(saved(chart, folder, "png"), "PNG");
        QCOMPARE(image.size(), kSize * 2);
        QCOMPARE(image.pixelColor(2, 2), colorsFor(chart.palette()).surface);
    }

    void anSvgIsWellFormedAndSaysWhatItShows() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss <a & b>"));
        fill(chart);
        const QByteArray svg = saved(chart, folder, "svg");
        QXmlStreamReader reader(svg);
        QStringList texts;
        int paths = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (reader.name() == QLatin1String("text"))
                texts << reader.readElementText();
            else if (reader.name() == QLatin1String("path"))
                ++paths;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts.contains(QStringLiteral("Loss <a & b>")));
        QVERIFY(texts.join(QLatin1Char(' ')).contains(QStringLiteral("validation")));
        QVERIFY(paths > 5);
        QVERIFY(svg.contains("clip-path"));
        QVERIFY(svg.contains(colorsFor(chart.palette()).series[1].name().toLatin1()));
    }

    /// Qt's own reader of SVG knows no clipping: the whole of the data is seen, so there is nothing to clip.
    void anSvgLooksLikeThePng() {
        if (!QImageReader::supportedImageFormats().contains("svg"))
            QSKIP("Qt's plugin for SVG is not installed");
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss"));
        fill(chart);
        chart.resize(2 * kSize);  // letters, whose edges differ, are a smaller part of it
        const QImage png = QImage::fromData(saved(chart, folder, "png"), "PNG");
        QImageReader reader;
        saved(chart, folder, "svg");
        reader.setFileName(folder.filePath(QStringLiteral("chart.svg")));
        reader.setScaledSize(png.size());
        QImage svg(png.size(), QImage::Format_ARGB32_Premultiplied);
        QVERIFY2(reader.read(&svg), qPrintable(reader.errorString()));
        QCOMPARE(svg.size(), png.size());
        QVERIFY2(difference(svg, png) < 0.02, qPrintable(QString::number(difference(svg, png))));
    }

    void theAxesOfALowChartAreNamedWhenItsValuesAre() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss against rank"));
        fill(chart);
        chart.resize(420, 150);
        chart.setPlaceAxis({.name = QStringLiteral("Rank")});
        const auto has = [&](const char* name) { return saved(chart, folder, "svg").contains(name); };
        QVERIFY(!has(">Rank<"));
        chart.setValueName(QStringLiteral("Perplexity"));
        QVERIFY(has(">Rank<"));
        QVERIFY(has(">Perplexity<"));
        chart.setCompact(true);
        QVERIFY(!has(">Perplexity<"));
    }

    /// Powers of ten alone would leave most of them without a number.
    void aLogarithmicAxisHasNumbersHoweverNarrowOrWide() {
        QTemporaryDir folder;
        for (const auto& [low, high] :
             {std::pair{0.52, 0.58}, {0.5, 0.9}, {1.0, 30.0}, {1e-4, 2.0}, {1e-9, 1e9}}) {
            LineChart chart{QString()};
            chart.resize(kSize);
            chart.setCompact(true, /*showsSteps=*/false);
            chart.setLogarithmic(true);
            chart.setCurve(chart.addCurve({.inLegend = false}), {1, 2}, {low, high});
            QXmlStreamReader reader(saved(chart, folder, "svg"));
            QStringList texts;
            int numbers = 0;
            while (!reader.atEnd())
                if (reader.readNext() == QXmlStreamReader::StartElement &&
                    reader.name() == QLatin1String("text")) {
                    texts << reader.readElementText();
                    bool isNumber = false;
                    QLocale::c().toDouble(texts.back(), &isNumber);
                    numbers += isNumber ? 1 : 0;
                }
            QVERIFY2(
                numbers >= 2,
                qPrintable(
                    QStringLiteral("%1 to %2: %3").arg(low).arg(high).arg(texts.join(QLatin1Char(' ')))));
        }
    }

    void aPdfIsOnePageOfTheChartsSize() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss"));
        fill(chart);
        const QByteArray pdf = saved(chart, folder, "pdf");
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
        const auto match = box.match(QString::fromLatin1(pdf));
        QVERIFY(match.hasMatch());
        QVERIFY(std::abs(match.captured(1).toDouble() - kSize.width() * 0.75) < 1);
        QVERIFY(std::abs(match.captured(2).toDouble() - kSize.height() * 0.75) < 1);
        QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r"), qsizetype{1});
        QVERIFY(pdf.contains("/FontFile"));  // texts need no font of the reader
    }

    void aCsvHasEveryPlaceEveryDigitAndWhatIsNotANumber() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss"));
        fill(chart);
        QCOMPARE(saved(chart, folder, "csv"), QByteArray("step,\"training, raw\",validation\r\n"
                                                         "0,,4\r\n"
                                                         "1,3.5,\r\n"
                                                         "2,0.1,3\r\n"
                                                         "3,NaN,\r\n"
                                                         "4,0.3333333333333333,2.5\r\n"));
    }

    void aCsvHasAllPointsHoweverFarSomebodyHasZoomed() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss"));
        std::vector<double> x(50'000);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<double>(i);
        chart.setCurve(chart.addCurve({.name = QStringLiteral("a")}), x, x);
        chart.showRange(10, 20);
        QCOMPARE(saved(chart, folder, "csv").count('\n'), qsizetype{50'001});
    }

    void barsAreSavedToo() {
        QTemporaryDir folder;
        BarChart chart(BarChart::Direction::Lying, QStringLiteral("Sizes"));
        chart.resize(300, 120);
        chart.setBars(
            {{.name = QStringLiteral("a \"b\""), .value = 0.25}, {.name = QStringLiteral("c"), .value = 3}});
        QCOMPARE(saved(chart, folder, "csv"), QByteArray("name,value\r\n\"a \"\"b\"\"\",0.25\r\nc,3\r\n"));
        QCOMPARE(QImage::fromData(saved(chart, folder, "png"), "PNG").size(), QSize(600, 240));
        QVERIFY(saved(chart, folder, "svg").contains("<text"));
    }

    void aSpreadsheetDoesNotCalculateNames() {
        QTemporaryDir folder;
        BarChart chart(BarChart::Direction::Lying, QStringLiteral("Sizes"));
        chart.setBars({{.name = QStringLiteral("=1+2"), .value = -0.25}});
        QCOMPARE(saved(chart, folder, "csv"), QByteArray("name,value\r\n'=1+2,-0.25\r\n"));
    }

    void whatCannotBeIsSaidAndLeavesNothing() {
        QTemporaryDir folder;
        LineChart chart(QStringLiteral("Loss"));
        fill(chart);
        const auto unknown = saveChart(chart, folder.filePath(QStringLiteral("chart.bmp")));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::Unsupported);
        const auto nowhere = saveChart(chart, folder.filePath(QStringLiteral("no/such/folder/chart.png")));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::Io);
        QVERIFY(QString::fromStdString(nowhere.error().message).contains(QStringLiteral("chart.png")));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aPictureThatCannotBeDrawnIsNoEmptyFile() {
        QTemporaryDir folder;
        EndlessChart chart;
        const auto done = saveChart(chart, folder.filePath(QStringLiteral("chart.png")));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::OutOfMemory);
        QVERIFY(!done.error().hint.empty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void theFileIsNamedAfterTheChart() {
        LineChart chart(QStringLiteral("Memory (GiB)/s: ä"));
        QCOMPARE(chartFileName(chart), QStringLiteral("Memory (GiB)_s_ ä.png"));
    }

    void theButtonAsksForTheChartAndTheFile() {
        QTemporaryDir folder;
        LineChart loss(QStringLiteral("Loss"));
        LineChart speed(QStringLiteral("Speed"));
        fill(loss);
        fill(speed);
        ChartSaveButton button;
        button.addChart(loss, QStringLiteral("Loss"));
        button.addChart(speed, QStringLiteral("Speed"));
        button.show();
        QSignalSpy done(&button, &ChartSaveButton::saved);
        const QString file = folder.filePath(QStringLiteral("picture.svg"));
        QTest::mouseClick(&button, Qt::LeftButton);
        auto* menu = button.findChild<QMenu*>();
        QTRY_VERIFY(menu->isVisible());
        whenAsked([file](QFileDialog& dialog) {
            auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            QCOMPARE(name->text(), QStringLiteral("Speed.png"));
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        });
        menu->setActiveAction(menu->actions()[1]);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(done.count(), 1);
        QVERIFY(read(file).contains("Speed"));
    }
};

WATCHED_TEST_MAIN(ChartExportTest)
#include "chart_export_test.moc"
