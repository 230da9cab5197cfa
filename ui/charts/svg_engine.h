// SvgEngine: the painting half of SvgDevice.
#pragma once

#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

namespace tunebench::ui {

class SvgEngine : public QPaintEngine {
public:
    SvgEngine();

    /// The elements so far.
    const QByteArray& body() const { return body_; }

    bool begin(QPaintDevice* device) override;
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override;
    void drawPath(const QPainterPath& path) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawTextItem(const QPointF& place, const QTextItem& item) override;
    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override;

private:
    void updateClip(const QPaintEngineState& now);
    void clipTo(const QPainterPath& path, Qt::ClipOperation operation);
    void write(const QPainterPath& path, bool isFilled);
    QByteArray clipAttribute();
    QByteArray strokeAttributes() const;
    QByteArray fillAttributes() const;
    QByteArray transformAttribute() const;

    QByteArray body_;
    QTransform transform_;
    QPen pen_;
    QBrush brush_;
    double opacity_ = 1.0;
    QPainterPath clip_;  // of the device
    bool isClipped_ = false;
    bool isClipWritten_ = false;
    int clips_ = 0;  // written
};

}  // namespace tunebench::ui
