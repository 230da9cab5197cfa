#include "ui/pages/playground/answer_view.h"

#include <algorithm>
#include <iterator>

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/typography.h"
#include "ui/widgets/seen_row_view.h"

namespace tunebench::ui {
namespace {

// Below these a token stands on the colour of a doubt.
constexpr double kLikely = 0.5;
constexpr double kUnlikely = 0.1;

QColor groundOf(const AnswerToken& token, const Colors& colors) {
    if (token.likeliest.empty() || token.chosen.probability >= kLikely)
        return {};
    return token.chosen.probability >= kUnlikely ? colors.warningSoft : colors.dangerSoft;
}

}  // namespace

QString probabilityText(double probability) {
    const double percent = 100.0 * probability;
    if (percent >= 0.1 || percent <= 0.0)
        return QStringLiteral("%1 %").arg(percent, 0, 'f', 1);
    return QStringLiteral("%1 %").arg(percent, 0, 'g', 1);
}

AnswerView::AnswerView(QWidget* parent) : QTextEdit(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Light);  // the card's colour
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Answer; arrow keys go from token to token"));
}

void AnswerView::clearAll() {
    parts_.clear();
    render();
}

void AnswerView::addHeading(const QString& text) {
    add({.kind = Kind::Heading, .text = text});
}

void AnswerView::addPrompt(const QString& text) {
    add({.kind = Kind::Prompt, .text = text});
}

void AnswerView::addText(const QString& text) {
    add({.kind = Kind::Text, .text = text});
}

void AnswerView::addToken(const AnswerToken& token) {
    add({.kind = Kind::Token, .text = toQt(token.text), .token = token});
}

void AnswerView::replaceAnswer(const std::vector<AnswerToken>& tokens) {
    auto first = parts_.end();
    while (first != parts_.begin() && std::prev(first)->kind == Kind::Token)
        --first;
    const auto isToken = [](const Part& part, const AnswerToken& token) { return part.token == token; };
    if (std::equal(first, parts_.end(), tokens.begin(), tokens.end(), isToken))
        return;  // as it was told: a long answer is not laid out again
    parts_.erase(first, parts_.end());
    for (const auto& token : tokens)
        parts_.push_back({.kind = Kind::Token, .text = toQt(token.text), .token = token});
    render();
}

/// A reader who has scrolled away is left where they are.
void AnswerView::add(Part part) {
    const bool isAtEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    parts_.push_back(std::move(part));
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    write(cursor, parts_.size() - 1);
    if (isAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void AnswerView::write(QTextCursor& cursor, std::size_t part) {
    const Colors& colors = colorsFor(palette());
    const auto& [kind, text, token] = parts_[part];
    QTextCharFormat format;
    format.setForeground(kind == Kind::Token || kind == Kind::Text ? colors.text : colors.muted);
    if (kind == Kind::Heading) {
        format.setFont(fontFor(TextRole::Caption, font()));
        if (!document()->isEmpty())
            cursor.insertText(QStringLiteral("\n\n"), format);
        cursor.insertText(text + QLatin1Char('\n'), format);
        return;
    }
    if (kind == Kind::Token) {
        if (const QColor ground = groundOf(token, colors); ground.isValid())
            format.setBackground(ground);
        format.setToolTip(tokenText(token));
    }
    const int begin = cursor.position();
    cursor.insertText(text, format);
    if (kind == Kind::Token)
        tokens_.push_back({.part = part, .begin = begin, .end = cursor.position()});
}

void AnswerView::render() {
    const int scrolled = verticalScrollBar()->value();
    const bool isAtEnd = scrolled >= verticalScrollBar()->maximum();
    tokens_.clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    for (std::size_t part = 0; part < parts_.size(); ++part)
        write(cursor, part);
    cursor.endEditBlock();
    verticalScrollBar()->setValue(isAtEnd ? verticalScrollBar()->maximum() : scrolled);
    if (current_ && *current_ >= tokens_.size())
        setCurrent(std::nullopt);
    markCurrent();
}

QString AnswerView::tokenText(const AnswerToken& token) {
    const QString shown = QStringLiteral("“%1”").arg(visibleToken(token.chosen.text));
    if (token.likeliest.empty())
        return shown;
    QStringList others;
    for (const auto& choice : token.likeliest)
        if (choice.id != token.chosen.id)
            others << QStringLiteral("“%1” %2").arg(visibleToken(choice.text),
                                                    probabilityText(choice.probability));
    return tr("%1 %2; else %3")
        .arg(shown, probabilityText(token.chosen.probability), others.join(QStringLiteral(", ")));
}

QRect AnswerView::tokenRect(std::size_t index) const {
    QTextCursor cursor(document());
    cursor.setPosition(tokens_[index].begin);
    const QRect begin = cursorRect(cursor);
    cursor.setPosition(tokens_[index].end);
    const QRect end = cursorRect(cursor);
    return end.top() == begin.top() ? begin.united(end) : begin;
}

std::optional<std::size_t> AnswerView::tokenAt(int position) const {
    const auto it = std::find_if(tokens_.begin(), tokens_.end(), [position](const Place& place) {
        return place.begin <= position && position < place.end;
    });
    return it == tokens_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - tokens_.begin()));
}

void AnswerView::setCurrent(std::optional<std::size_t> token) {
    if (token == current_)
        return;
    current_ = token;
    setAccessibleDescription(token ? tokenText(this->token(*token)) : QString());
    markCurrent();
    Q_EMIT currentChanged();
}

void AnswerView::markCurrent() {
    QList<ExtraSelection> marks;
    if (current_) {
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(tokens_[*current_].begin);
        mark.cursor.setPosition(tokens_[*current_].end, QTextCursor::KeepAnchor);
        const Colors& colors = colorsFor(palette());
        mark.format.setBackground(colors.accent);
        mark.format.setForeground(colors.onAccent);
        marks << mark;
    }
    setExtraSelections(marks);
}

void AnswerView::moveCurrent(int by) {
    if (tokens_.empty())
        return;
    const auto last = static_cast<std::ptrdiff_t>(tokens_.size()) - 1;
    const auto from = current_ ? static_cast<std::ptrdiff_t>(*current_) : (by > 0 ? -1 : last + 1);
    setCurrent(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last)));
    QTextCursor cursor(document());
    cursor.setPosition(tokens_[*current_].begin);
    setTextCursor(cursor);  // scrolls there
}

void AnswerView::mouseMoveEvent(QMouseEvent* event) {
    QTextEdit::mouseMoveEvent(event);
    const QPointF place =
        event->position() + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    setCurrent(tokenAt(document()->documentLayout()->hitTest(place, Qt::ExactHit)));
}

void AnswerView::leaveEvent(QEvent* event) {
    QTextEdit::leaveEvent(event);
    if (!hasFocus())
        setCurrent(std::nullopt);
}

void AnswerView::keyPressEvent(QKeyEvent* event) {
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && event->key() == Qt::Key_Left)
        return moveCurrent(-1);
    if (isPlain && event->key() == Qt::Key_Right)
        return moveCurrent(1);
    const int before = textCursor().position();
    QTextEdit::keyPressEvent(event);
    const int after = textCursor().position();
    if (after != before && tokenAt(after))
        setCurrent(tokenAt(after));
}

void AnswerView::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

}  // namespace tunebench::ui
