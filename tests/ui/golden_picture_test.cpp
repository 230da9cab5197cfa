// What the comparison with golden pictures tolerates, what it does not, and how a picture is accepted.
#include "tests/ui/support/golden_picture.h"

#include <algorithm>

#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/theme/colors.h"

using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 400;
constexpr qreal kStem = 1.25;
constexpr qreal kLetter = 5.0;
constexpr qreal kLetterHeight = 9.0;

/// A window as pages have them; what may be changed in it.
struct Scene {
    Colors colors = lightColors();
    QColor card = colors.surface;
    QColor button = colors.accent;
    qreal buttonX = 400.0;
    QPointF shift = {};  // of all text
    bool hasCaption = true;
    qreal scale = 1.0;
};

/// Stems as letters have them, of any font.
void write(QPainter& painter, const QPointF& at, int letters, const QColor& color) {
    for (int i = 0; i < letters; ++i)
        painter.fillRect(QRectF(at.x() + i * kLetter, at.y(), kStem, kLetterHeight), color);
}

QImage paint(const Scene& scene) {
    QImage picture(QSize(kWidth, kHeight) * scene.scale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(scene.scale);
    picture.fill(scene.colors.window);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(40, 30, 320, 200), scene.card);
    for (int line = 0; line < 6; ++line)
        write(painter, QPointF(60, 50 + 22 * line) + scene.shift, 40, scene.colors.text);
    if (scene.hasCaption)
        write(painter, QPointF(60, 200) + scene.shift, 16, scene.colors.muted);
    painter.fillRect(QRectF(scene.buttonX, 60, 90, 30), scene.button);
    write(painter, QPointF(scene.buttonX + 20, 70) + scene.shift, 8, scene.colors.onAccent);
    return picture;
}

QString compare(const QImage& golden, const QImage& actual) {
    return difference(reduced(golden), reduced(actual));
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Each channel a little off, as another processor rounds; always the same.
QImage withNoise(QImage picture, int most) {
    unsigned state = 1;
    const auto next = [&](int value) {
        state = state * 1103515245U + 12345U;
        const int offset = static_cast<int>((state >> 16U) % static_cast<unsigned>(2 * most + 1)) - most;
        return std::clamp(value + offset, 0, 255);
    };
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb color = picture.pixel(x, y);
            const int red = next(qRed(color));
            const int green = next(qGreen(color));
            picture.setPixel(x, y, qRgb(red, green, next(qBlue(color))));
        }
    return picture;
}

}  // namespace

class GoldenPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void squaresAreMeans() {
        QImage picture(8, 6, QImage::Format_RGB32);
        picture.fill(Qt::white);
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 2; ++x)
                picture.setPixel(x, y, qRgb(0, 255, 0));
        const QImage squares = reduced(picture);
        QCOMPARE(squares.size(), QSize(2, 2));
        QCOMPARE(squares.pixel(0, 0), qRgb(128, 255, 128));
        QCOMPARE(squares.pixel(1, 0), qRgb(255, 255, 255));
        QCOMPARE(squares.pixel(0, 1), qRgb(255, 255, 255));
    }

    void twiceTheScaleHasAsManySquares() {
        QCOMPARE(reduced(paint({.scale = 2.0})).size(), reduced(paint({})).size());
        QCOMPARE(compare(paint({}), paint({.scale = 2.0})), QString());
    }

    void theSameIsTheSame() { QCOMPARE(compare(paint({}), paint({})), QString()); }

    void noiseIsTolerated() { QCOMPARE(compare(paint({}), withNoise(paint({}), 3)), QString()); }

    void aFractionOfAPixelIsTolerated() {
        QCOMPARE(compare(paint({}), paint({.shift = {0.25, 0.0}})), QString());
        QCOMPARE(compare(paint({}), paint({.shift = {0.0, 0.25}})), QString());
    }

    void aMovedButtonIsSeen() {
        const QString words = compare(paint({}), paint({.buttonX = 406.0}));
        QVERIFY2(words.contains(QStringLiteral("32 × 16 points")), qPrintable(words));
    }

    void aLostLabelIsSeen() { QVERIFY(!compare(paint({}), paint({.hasCaption = false})).isEmpty()); }

    void anotherColorIsSeen() {
        QVERIFY(!compare(paint({}), paint({.button = lightColors().success})).isEmpty());
        QVERIFY(!compare(paint({}), paint({.card = lightColors().window})).isEmpty());
    }

    void anotherThemeIsSeen() { QVERIFY(!compare(paint({}), paint({.colors = darkColors()})).isEmpty()); }

    void anotherSizeIsSeen() {
        const QImage picture = paint({});
        QVERIFY(!compare(picture, picture.copy(0, 0, kWidth - 20, kHeight)).isEmpty());
    }

    void aMissingGoldenFailsAndSaysHowToAccept() {
        const QTemporaryDir folder;
        const GoldenPlaces places{.goldens = folder.filePath(QStringLiteral("goldens")),
                                  .failures = folder.filePath(QStringLiteral("failures"))};
        const QString problem = goldenProblem(places, QStringLiteral("page"), paint({}));
        QVERIFY2(problem.contains(QStringLiteral("TUNEBENCH_ACCEPT_SCREENSHOTS=1")), qPrintable(problem));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("failures/page-actual.png"))));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("goldens/page.png"))));
    }

    void whatWasAcceptedIsCompared() {
        const QTemporaryDir folder;
        GoldenPlaces places{.goldens = folder.filePath(QStringLiteral("goldens")),
                            .failures = folder.filePath(QStringLiteral("failures")),
                            .isAccepting = true};
        QCOMPARE(goldenProblem(places, QStringLiteral("page"), paint({})), QString());
        places.isAccepting = false;
        QCOMPARE(goldenProblem(places, QStringLiteral("page"), paint({})), QString());
        QVERIFY(!goldenProblem(places, QStringLiteral("page"), paint({.hasCaption = false})).isEmpty());
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("failures/page-difference.png"))));
    }

    void acceptingLeavesWhatIsTolerated() {
        const QTemporaryDir folder;
        const GoldenPlaces places{.goldens = folder.path(), .isAccepting = true};
        QCOMPARE(goldenProblem(places, QStringLiteral("page"), paint({})), QString());
        const QByteArray accepted = bytesOf(folder.filePath(QStringLiteral("page.png")));
        QVERIFY(!accepted.isEmpty());
        QCOMPARE(goldenProblem(places, QStringLiteral("page"), withNoise(paint({}), 3)), QString());
        QCOMPARE(bytesOf(folder.filePath(QStringLiteral("page.png"))), accepted);
    }
};

WATCHED_TEST_MAIN(GoldenPictureTest)
#include "golden_picture_test.moc"
