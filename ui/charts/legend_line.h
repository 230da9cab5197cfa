// LegendLine: a chart's title, its curves with their colours and current values, and a note, on one line; the
// curves on a second one where their names do not fit beside the title. What does not fit even then is
// shortened; the full text is the tooltip.
#pragma once

#include <vector>

#include <QColor>
#include <QString>
#include <QWidget>

namespace tunebench::ui {

struct LegendEntry {
    QString name = {};
    QString value = {};
    QColor color = {};
    bool operator==(const LegendEntry&) const = default;
};

class LegendLine : public QWidget {
    Q_OBJECT

public:
    explicit LegendLine(QWidget* parent = nullptr);

    /// `isCompact`: only the value of the first entry, at the right, before the note; left of it the names of
    /// the others, where there is room.
    void setContent(const QString& title, std::vector<LegendEntry> entries, const QString& note,
                    bool isCompact, bool noteIsWarning);

    /// As on the screen, on another device.
    void paintOn(QPainter& painter, const QRect& area) const;

    int heightOf(int width) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool needsSecondLine(int width) const;
    int lineHeight() const;
    void fitHeight();
    QRect paintTitle(QPainter& painter, const QRect& line) const;
    void paintCompact(QPainter& painter, const QRect& area) const;
    void paintEntries(QPainter& painter, const QRect& area) const;
    void paintEntry(QPainter& painter, const QRect& area, const LegendEntry& entry) const;

    QString title_;
    QString note_;
    std::vector<LegendEntry> entries_;
    bool isCompact_ = false;
    bool noteIsWarning_ = false;
    bool hasSecondLine_ = false;
};

}  // namespace tunebench::ui
