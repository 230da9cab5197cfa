#include "ui/charts/legend_line.h"

#include <algorithm>

#include <QPainter>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kChip = 10;
constexpr int kGap = 14;
constexpr int kBeforeValue = 6;

QString textOf(const LegendEntry& entry) {
    return entry.value.isEmpty() ? entry.name : entry.name + QLatin1String(": ") + entry.value;
}

int widthWithValue(const QFontMetrics& metrics, const LegendEntry& entry) {
    const int name = metrics.horizontalAdvance(entry.name);
    return entry.value.isEmpty() ? name : name + kBeforeValue + metrics.horizontalAdvance(entry.value);
}

}  // namespace

LegendLine::LegendLine(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LegendLine::setContent(const QString& title, std::vector<LegendEntry> entries, const QString& note,
                            bool isCompact, bool noteIsWarning) {
    if (title == title_ && entries == entries_ && note == note_ && isCompact == isCompact_)
        return;
    title_ = title;
    note_ = note;
    entries_ = std::move(entries);
    isCompact_ = isCompact;
    noteIsWarning_ = noteIsWarning;
    QStringList tip{title_};
    for (const auto& entry : entries_)
        tip << textOf(entry);
    if (!note_.isEmpty())
        tip << note_;
    setToolTip(tip.join(QLatin1Char('\n')));
    fitHeight();
    update();
}

int LegendLine::lineHeight() const {
    return QFontMetrics(fontFor(TextRole::Strong, font())).height() + spacing::kHalf;
}

int LegendLine::heightOf(int width) const {
    return lineHeight() * (needsSecondLine(width) ? 2 : 1);
}

QSize LegendLine::sizeHint() const {
    return {200, heightOf(width())};
}

/// By the names alone: values change all the time, and the lines must not jump.
bool LegendLine::needsSecondLine(int width) const {
    if (title_.isEmpty() || isCompact_ || entries_.size() < 2)
        return false;
    const QFontMetrics metrics(fontFor(TextRole::Caption, font()));
    int needed = QFontMetrics(fontFor(TextRole::Strong, font())).horizontalAdvance(title_);
    for (const auto& entry : entries_)
        needed += kGap + kChip + spacing::kHalf + metrics.horizontalAdvance(entry.name);
    return needed > width;
}

void LegendLine::fitHeight() {
    if (needsSecondLine(width()) == hasSecondLine_)
        return;
    hasSecondLine_ = !hasSecondLine_;
    updateGeometry();
}

void LegendLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void LegendLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOn(painter, rect());
}

void LegendLine::paintOn(QPainter& painter, const QRect& area) const {
    QRect line = area;
    const bool hasTwo = needsSecondLine(area.width());
    if (hasTwo)
        line.setHeight(area.height() / 2);
    QRect left = paintTitle(painter, line);
    const Colors& colors = colorsFor(palette());
    painter.setFont(fontFor(TextRole::Caption, font()));
    if (!note_.isEmpty()) {
        painter.setPen(noteIsWarning_ ? colors.danger : colors.muted);
        const QString note = painter.fontMetrics().elidedText(note_, Qt::ElideRight, left.width());
        painter.drawText(left, Qt::AlignVCenter | Qt::AlignRight, note);
        left.setRight(left.right() - painter.fontMetrics().horizontalAdvance(note) - kGap);
    }
    if (isCompact_)
        paintCompact(painter, left);
    else
        paintEntries(painter, hasTwo ? line.translated(0, line.height()) : left);
}

/// → What is left of the line.
QRect LegendLine::paintTitle(QPainter& painter, const QRect& line) const {
    if (title_.isEmpty())
        return line;
    painter.setFont(fontFor(TextRole::Strong, font()));
    painter.setPen(colorsFor(palette()).text);
    const QString title = painter.fontMetrics().elidedText(title_, Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, title);
    return line.adjusted(painter.fontMetrics().horizontalAdvance(title) + kGap, 0, 0, 0);
}

void LegendLine::paintCompact(QPainter& painter, const QRect& area) const {
    if (entries_.empty() || area.width() <= 0)
        return;
    painter.setPen(colorsFor(palette()).muted);
    const QFontMetrics metrics = painter.fontMetrics();
    const QString text = metrics.elidedText(entries_.front().value, Qt::ElideRight, area.width());
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, text);
    QRect left = area.adjusted(0, 0, -metrics.horizontalAdvance(text), 0);
    // Beside other names the value needs its own curve's colour.
    const int chip = kChip + spacing::kHalf;
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        const LegendEntry& entry = entries_[i];
        const int needed = chip + metrics.horizontalAdvance(entry.name);
        if (needed + kGap + (i == 1 ? chip : 0) > left.width())
            return;
        if (i == 1) {
            paintEntry(painter, left.adjusted(left.width() - chip, 0, 0, 0),
                       {.color = entries_.front().color});
            left.setRight(left.right() - chip - kGap);
        }
        paintEntry(painter, left.adjusted(left.width() - needed, 0, 0, 0),
                   {.name = entry.name, .color = entry.color});
        left.setRight(left.right() - needed - kGap);
    }
}

void LegendLine::paintEntries(QPainter& painter, const QRect& area) const {
    const QFontMetrics metrics = painter.fontMetrics();
    const auto count = static_cast<int>(entries_.size());
    const int room = area.width() - count * (kChip + spacing::kHalf + kGap);
    int withValues = 0;
    int names = 0;
    for (const auto& entry : entries_) {
        withValues += widthWithValue(metrics, entry);
        names += metrics.horizontalAdvance(entry.name);
    }
    // All of it, or the names, or what is left of the names.
    const bool showsValues = withValues <= room;
    const bool showsNames = names <= room;
    const int share = showsNames || count == 0 ? room : std::max(0, room / count);
    QRect place = area;
    for (const auto& entry : entries_) {
        LegendEntry shown = entry;
        if (!showsValues)
            shown = {.name = metrics.elidedText(entry.name, Qt::ElideRight, share), .color = entry.color};
        paintEntry(painter, place, shown);
        place.setLeft(place.left() + kChip + spacing::kHalf + widthWithValue(metrics, shown) + kGap);
    }
}

void LegendLine::paintEntry(QPainter& painter, const QRect& area, const LegendEntry& entry) const {
    const Colors& colors = colorsFor(palette());
    painter.setPen(QPen(entry.color, 3, Qt::SolidLine, Qt::RoundCap));
    const double middle = area.top() + area.height() / 2.0;
    painter.drawLine(QPointF(area.left() + 1, middle), QPointF(area.left() + kChip - 1, middle));
    const QRect text = area.adjusted(kChip + spacing::kHalf, 0, 0, 0);
    painter.setPen(colors.muted);
    painter.drawText(text, Qt::AlignVCenter, entry.name);
    const int name = painter.fontMetrics().horizontalAdvance(entry.name);
    painter.setPen(colors.text);
    painter.drawText(text.adjusted(name + kBeforeValue, 0, 0, 0), Qt::AlignVCenter, entry.value);
}

}  // namespace tunebench::ui
