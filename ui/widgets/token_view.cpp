#include "ui/widgets/token_view.h"

#include <QEvent>
#include <QTextCursor>

#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

// Blanks are part of tokens: they must be seen.
QString visibleText(const std::string& token) {
    QString text = toQt(token);
    text.replace(QLatin1Char('\n'), QStringLiteral("↵\n"));
    text.replace(QLatin1Char('\t'), QStringLiteral("⇥"));
    text.replace(QLatin1Char(' '), QStringLiteral("·"));
    return text;
}

}  // namespace

TokenView::TokenView(QWidget* parent) : QTextEdit(parent) {
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(fontFor(TextRole::Code, font()));
    setWordWrapMode(QTextOption::WrapAnywhere);
    setAccessibleName(tr("Tokens of an example"));
}

void TokenView::setTokens(std::vector<PreviewToken> tokens) {
    tokens_ = std::move(tokens);
    render();
}

void TokenView::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

void TokenView::render() {
    clear();
    const Colors& colors = colorsFor(palette());
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool isOdd = false;
    for (const auto& token : tokens_) {
        QTextCharFormat format;
        format.setForeground(token.supervised ? colors.accentText : colors.muted);
        const QColor learned = isOdd ? colors.accentSoft : colors.accentSoft.lighter(104);
        format.setBackground(token.supervised ? learned : isOdd ? colors.hover : colors.sunken);
        format.setToolTip(token.supervised ? tr("token %1, learned").arg(token.id)
                                           : tr("token %1, only read").arg(token.id));
        cursor.insertText(visibleText(token.text), format);
        isOdd = !isOdd;
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

}  // namespace tunebench::ui
