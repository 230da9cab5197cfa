#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>

#include "ui/theme/colors.h"

namespace tunebench::ui {
namespace {

QString fileOf(const QString& name) {
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

class TintedIcon : public QIconEngine {
public:
    TintedIcon(QString name, bool onAccent) : name_(std::move(name)), onAccent_(onAccent) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        QImageReader reader(fileOf(name_));
        reader.setScaledSize(size);
        QImage image = reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (image.isNull())
            return {};
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), tint(mode));
        painter.end();
        return QPixmap::fromImage(std::move(image));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }

    QIconEngine* clone() const override { return new TintedIcon(*this); }

private:
    QColor tint(QIcon::Mode mode) const {
        const Colors& colors = colorsFor(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return colors.disabled;
        if (onAccent_)
            return colors.onAccent;
        return mode == QIcon::Selected ? colors.accentText : colors.text;
    }

    QString name_;
    bool onAccent_;
};

QIcon makeIcon(const QString& name, bool onAccent) {
    return QFile::exists(fileOf(name)) ? QIcon(new TintedIcon(name, onAccent)) : QIcon();
}

}  // namespace

QIcon icon(const QString& name) {
    return makeIcon(name, false);
}

QIcon iconOnAccent(const QString& name) {
    return makeIcon(name, true);
}

}  // namespace tunebench::ui
