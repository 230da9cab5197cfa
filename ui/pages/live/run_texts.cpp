#include "ui/pages/live/run_texts.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

QTextCharFormat inColor(const QColor& color, const QFont& font) {
    QTextCharFormat format;
    format.setForeground(color);
    format.setFont(font);
    return format;
}

QTextBlockFormat spaced(double above) {
    QTextBlockFormat format;
    format.setTopMargin(above);
    return format;
}

/// A new paragraph; the first one of a document is there already.
void paragraph(QTextCursor& cursor, double above) {
    if (cursor.document()->isEmpty())
        cursor.setBlockFormat(spaced(0));
    else
        cursor.insertBlock(spaced(above));
}

QColor kindColor(LogKind kind, const Colors& colors) {
    switch (kind) {
        case LogKind::Good:
            return colors.success;
        case LogKind::Warning:
            return colors.warning;
        case LogKind::Error:
            return colors.danger;
        case LogKind::Info:
            break;
    }
    return colors.text;
}

}  // namespace

RunText::RunText(const QString& placeholder, QWidget* parent) : QTextEdit(parent) {
    setReadOnly(true);
    setTabChangesFocus(true);
    setPlaceholderText(placeholder);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
    viewport()->setAutoFillBackground(false);
}

void RunText::showState(const RunState& state) {
    const std::size_t total = count(state);
    if (total < shown_ || !goesOn(state)) {
        clear();
        shown_ = 0;
    }
    if (total == shown_)
        return;
    QScrollBar* bar = verticalScrollBar();
    const bool wasAtEnd = bar->value() >= bar->maximum() - 4;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    for (; shown_ < total; ++shown_)
        write(cursor, state, shown_);
    cursor.endEditBlock();
    last_.samples = state.samples;
    last_.log = state.log;
    if (wasAtEnd)
        bar->setValue(bar->maximum());
}

/// A run that went back to an earlier step takes its later samples back.
bool RunText::goesOn(const RunState& state) const {
    const std::size_t known = last_.samples.size();
    return known <= state.samples.size() && (known == 0 || last_.samples.back() == state.samples[known - 1]);
}

void RunText::writeAgain() {
    clear();
    shown_ = 0;
    showState(RunState(last_));
}

void RunText::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && shown_ > 0)
        writeAgain();
}

SamplesView::SamplesView(QWidget* parent)
    : RunText(tr("Answers to the sample prompts appear here, at every evaluation."), parent) {
    setAccessibleName(tr("Samples"));
}

void SamplesView::setPrompt(std::optional<QString> prompt) {
    prompt_ = std::move(prompt);
    writeAgain();
}

void SamplesView::write(QTextCursor& cursor, const RunState& state, std::size_t index) const {
    const SampleDone& sample = state.samples[index];
    const Colors& colors = colorsFor(palette());
    const QFont caption = fontFor(TextRole::Caption, font());
    if (prompt_ && *prompt_ != toQt(sample.prompt))
        return;
    if (prompt_ || index == 0 || state.samples[index - 1].step != sample.step) {
        paragraph(cursor, 14);
        cursor.insertText(tr("Step %L1").arg(static_cast<qlonglong>(sample.step)),
                          inColor(colors.accentText, fontFor(TextRole::Strong, font())));
    }
    if (!prompt_) {
        paragraph(cursor, spacing::kHalf);
        cursor.insertText(toQt(sample.prompt).trimmed().replace(QLatin1Char('\n'), QStringLiteral(" ↵ ")),
                          inColor(colors.muted, caption));
    }
    paragraph(cursor, 0);
    cursor.insertText(toQt(sample.text).trimmed(), inColor(colors.text, font()));
}

LogView::LogView(QWidget* parent) : RunText(tr("What happens during the run appears here."), parent) {
    setAccessibleName(tr("Log"));
}

void LogView::write(QTextCursor& cursor, const RunState& state, std::size_t index) const {
    const LogLine& line = state.log[index];
    const Colors& colors = colorsFor(palette());
    paragraph(cursor, spacing::kHalf);
    cursor.insertText(QStringLiteral("%L1  ").arg(static_cast<qlonglong>(line.step)),
                      inColor(colors.muted, fontFor(TextRole::Caption, font())));
    cursor.insertText(line.text, inColor(kindColor(line.kind, colors), font()));
    if (!line.hint.isEmpty()) {
        paragraph(cursor, 0);
        cursor.insertText(line.hint, inColor(colors.muted, fontFor(TextRole::Caption, font())));
    }
}

}  // namespace tunebench::ui
