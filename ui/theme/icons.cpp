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
    TintedIcon(QString name, QColor Colors::*tint) : name_(std::move(name)), tint_(tint) {}

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
        return colors.*tint_;
    }

    QString name_;
    QColor Colors::*tint_;
};

QIcon makeIcon(const QString& name, QColor Colors::*tint) {
    return QFile::exists(fileOf(name)) ? QIcon(new TintedIcon(name, tint)) : QIcon();
}

}  // namespace

QIcon icon(const QString& name) {
    return makeIcon(name, &Colors::text);
}

QIcon iconOnAccent(const QString& name) {
    return makeIcon(name, &Colors::onAccent);
}

QIcon iconOfLink(const QString& name) {
    return makeIcon(name, &Colors::accentText);
}

}  // namespace tunebench::ui
