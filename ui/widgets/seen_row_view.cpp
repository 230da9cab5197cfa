#include "ui/widgets/seen_row_view.h"

#include <algorithm>
#include <cmath>

#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kPadding = 4;      // left and right of a token's text
constexpr int kGap = 2;          // between tokens
constexpr int kLineGap = 3;      // between lines of tokens
constexpr int kMargin = 8;       // around everything
constexpr int kHeadingGap = 10;  // above the line that names an example
constexpr double kTokenRadius = 3.0;

/// Characters of a fixed width need no measuring; widths are no whole numbers of pixels.
int textWidth(const QString& text, const QFontMetricsF& metrics, double charWidth) {
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
    const double width =
        isPlain ? static_cast<double>(text.size()) * charWidth : metrics.horizontalAdvance(text);
    return static_cast<int>(std::ceil(width)) + 1;
}

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

QFont smallCode(const QFont& base) {
    QFont font = fontFor(TextRole::Code, base);
    font.setPointSizeF(font.pointSizeF() * 0.8);
    return font;
}

}  // namespace

QString visibleToken(const std::string& token) {
    QString text = toQt(token);
    text.replace(QLatin1Char('\n'), QStringLiteral("↵"));
    text.replace(QLatin1Char('\t'), QStringLiteral("⇥"));
    text.replace(QLatin1Char(' '), QStringLiteral("·"));
    return text.isEmpty() ? QStringLiteral("∅") : text;
}

SeenRowView::SeenRowView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Tokens of the row; arrow keys go from token to token"));
}

void SeenRowView::setRow(SeenRow row) {
    row_ = std::move(row);
    current_.reset();
    makeCells();
    layOut();
    verticalScrollBar()->setValue(0);
    Q_EMIT currentChanged();
}

void SeenRowView::setShowsNumbers(bool showsNumbers) {
    showsNumbers_ = showsNumbers;
    layOut();
}

void SeenRowView::makeCells() {
    cells_.clear();
    for (std::size_t e = 0; e < row_.examples.size(); ++e) {
        const auto& tokens = row_.examples[e].tokens;
        for (std::size_t t = 0; t < tokens.size() && cells_.size() < kMostTokens; ++t)
            cells_.push_back({.example = e,
                              .token = t,
                              .text = visibleToken(tokens[t].text),
                              .numbers = QStringLiteral("%1 @%2").arg(tokens[t].id).arg(tokens[t].position)});
    }
    const auto more = row_.tokens() - static_cast<std::int64_t>(cells_.size());
    rest_ = more > 0 ? tr("%1 more tokens of this row are not drawn.").arg(number(more)) : QString();
}

int SeenRowView::cellHeight() const {
    const int text = QFontMetrics(fontFor(TextRole::Code, font())).height();
    return text + (showsNumbers_ ? QFontMetrics(smallCode(font())).height() : 0) + 2;
}

int SeenRowView::placeCells(std::size_t begin, std::size_t end, int y) {
    const QFontMetricsF metrics(fontFor(TextRole::Code, font()));
    const QFontMetricsF smallMetrics(smallCode(font()));
    const double charWidth = metrics.horizontalAdvance(QLatin1Char('m'));
    const double smallWidth = smallMetrics.horizontalAdvance(QLatin1Char('0'));
    const int right = std::max(viewport()->width() - kMargin, 120);
    const int height = cellHeight();
    int x = kMargin;
    for (std::size_t i = begin; i < end; ++i) {
        int width = textWidth(cells_[i].text, metrics, charWidth);
        if (showsNumbers_)
            width = std::max(width, textWidth(cells_[i].numbers, smallMetrics, smallWidth));
        width = std::min(width + 2 * kPadding, right - kMargin);
        if (x + width > right && x > kMargin) {
            x = kMargin;
            y += height + kLineGap;
        }
        cells_[i].place = QRect(x, y, width, height);
        x += width + kGap;
    }
    return y + height;
}

void SeenRowView::layOut() {
    const int headingHeight = QFontMetrics(fontFor(TextRole::Caption, font())).height();
    headings_.clear();
    int y = kMargin;
    std::size_t begin = 0;
    for (std::size_t e = 0; e < row_.examples.size() && begin < cells_.size(); ++e) {
        y += headings_.empty() ? 0 : kHeadingGap;
        headings_.push_back({headingText(row_.examples[e]), y});
        const auto end = std::min(begin + row_.examples[e].tokens.size(), cells_.size());
        y = placeCells(begin, end, y + headingHeight + kHeadingGap / 2);
        begin = end;
    }
    contentHeight_ = y + kMargin + (rest_.isEmpty() ? 0 : headingHeight + kMargin);
    verticalScrollBar()->setSingleStep(cellHeight() + kLineGap);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, contentHeight_ - viewport()->height()));
    viewport()->update();
}

QString SeenRowView::headingText(const SeenExample& example) const {
    QString text = tr("%1 line %2 · %3 tokens")
                       .arg(QFileInfo(toQt(example.place.file)).fileName(), number(example.place.line),
                            number(std::ssize(example.tokens)));
    if (!example.label.empty())
        text += tr(" · label %1").arg(toQt(example.label));
    else
        text += tr(" · %1 learned")
                    .arg(number(std::count_if(example.tokens.begin(), example.tokens.end(),
                                              [](const SeenToken& token) { return token.is_learned; })));
    if (example.cut_tokens > 0)
        text += tr(" · %1 more cut off").arg(number(example.cut_tokens));
    return text;
}

QString SeenRowView::tokenText(std::size_t token) const {
    const Cell& cell = cells_[token];
    const SeenExample& example = row_.examples[cell.example];
    const SeenToken& seen = example.tokens[cell.token];
    return tr("“%1” · id %2 · position %3 · %4 · example %5 of %6")
        .arg(cell.text)
        .arg(seen.id)
        .arg(seen.position)
        .arg(seen.is_learned ? tr("learned") : tr("only read"))
        .arg(cell.example + 1)
        .arg(row_.examples.size());
}

QRect SeenRowView::tokenRect(std::size_t token) const {
    return cells_[token].place.translated(0, -verticalScrollBar()->value());
}

void SeenRowView::drawCell(QPainter& painter, const Cell& cell, bool isCurrent) const {
    const Colors& colors = colorsFor(palette());
    const bool isLearned = row_.examples[cell.example].tokens[cell.token].is_learned;
    painter.setPen(isCurrent ? QPen(colors.accentText, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isLearned ? colors.accentSoft : colors.hover);
    painter.drawRoundedRect(QRectF(cell.place).adjusted(0.5, 0.5, -0.5, -0.5), kTokenRadius, kTokenRadius);
    painter.setPen(isLearned ? colors.accentText : colors.text);
    painter.setFont(fontFor(TextRole::Code, font()));
    const int textHeight = QFontMetrics(painter.font()).height();
    const QRect inner = cell.place.adjusted(kPadding, 1, -kPadding, -1);
    painter.drawText(QRect(inner.left(), inner.top(), inner.width(), textHeight), Qt::AlignLeft, cell.text);
    if (!showsNumbers_)
        return;
    painter.setPen(isLearned ? colors.accentText : colors.muted);
    painter.setFont(smallCode(font()));
    painter.drawText(inner.adjusted(0, textHeight, 0, 0), Qt::AlignLeft | Qt::AlignBottom, cell.numbers);
}

void SeenRowView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsFor(palette());
    const int top = verticalScrollBar()->value();
    painter.translate(0, -top);
    const QRect seen = event->rect().translated(0, top);
    const QFont caption = fontFor(TextRole::Caption, font());
    const int captionHeight = QFontMetrics(caption).height();
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        const int y = headings_[i].y;
        painter.setPen(QPen(colors.outline, 1));
        if (i > 0)
            painter.drawLine(kMargin, y - kHeadingGap / 2, viewport()->width() - kMargin,
                             y - kHeadingGap / 2);
        painter.setPen(colors.muted);
        painter.setFont(caption);
        const QRect line(kMargin, y, viewport()->width() - 2 * kMargin, captionHeight);
        painter.drawText(line, Qt::AlignLeft,
                         painter.fontMetrics().elidedText(headings_[i].text, Qt::ElideMiddle, line.width()));
    }
    for (std::size_t i = 0; i < cells_.size(); ++i)
        if (cells_[i].place.intersects(seen))
            drawCell(painter, cells_[i], current_ == i);
    painter.setPen(colors.muted);
    painter.setFont(caption);
    if (!rest_.isEmpty())
        painter.drawText(kMargin, contentHeight_ - kMargin, rest_);
}

void SeenRowView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void SeenRowView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

std::optional<std::size_t> SeenRowView::tokenAt(QPoint place) const {
    const QPoint inside = place + QPoint(0, verticalScrollBar()->value());
    const auto it = std::find_if(cells_.begin(), cells_.end(),
                                 [&](const Cell& cell) { return cell.place.contains(inside); });
    return it == cells_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - cells_.begin()));
}

void SeenRowView::setCurrent(std::optional<std::size_t> token) {
    if (token == current_)
        return;
    current_ = token;
    setAccessibleDescription(token ? tokenText(*token) : QString());
    viewport()->update();
    Q_EMIT currentChanged();
}

void SeenRowView::mouseMoveEvent(QMouseEvent* event) {
    if (const auto token = tokenAt(event->pos()))
        setCurrent(token);
}

void SeenRowView::show(std::size_t token) {
    const QRect place = cells_[token].place;
    QScrollBar* bar = verticalScrollBar();
    if (place.top() < bar->value() + kMargin)
        bar->setValue(place.top() - 3 * kMargin);
    else if (place.bottom() > bar->value() + viewport()->height() - kMargin)
        bar->setValue(place.bottom() - viewport()->height() + kMargin);
}

void SeenRowView::moveCurrent(int by) {
    if (cells_.empty())
        return;
    const auto last = static_cast<std::ptrdiff_t>(cells_.size()) - 1;
    const auto from = current_ ? static_cast<std::ptrdiff_t>(*current_) : (by > 0 ? -1 : last + 1);
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
    setCurrent(to);
    show(to);
}

void SeenRowView::moveLine(int by) {
    if (!current_)
        return moveCurrent(by);
    const QRect from = cells_[*current_].place;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const QRect& place = cells_[i].place;
        const bool isBeyond = by > 0 ? place.top() > from.top() : place.top() < from.top();
        if (!isBeyond)
            continue;
        const auto distance = [&](const QRect& other) {
            return std::abs(other.top() - from.top()) * 10'000 + std::abs(other.left() - from.left());
        };
        if (!best || distance(place) < distance(cells_[*best].place))
            best = i;
    }
    if (best) {
        setCurrent(best);
        show(*best);
    }
}

void SeenRowView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return moveCurrent(-1);
        case Qt::Key_Right:
            return moveCurrent(1);
        case Qt::Key_Up:
            return moveLine(-1);
        case Qt::Key_Down:
            return moveLine(1);
        case Qt::Key_Home:
            return moveCurrent(-static_cast<int>(kMostTokens));
        case Qt::Key_End:
            return moveCurrent(static_cast<int>(kMostTokens));
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void SeenRowView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    if (!current_ && event->reason() != Qt::MouseFocusReason)
        moveCurrent(1);
}

}  // namespace tunebench::ui
