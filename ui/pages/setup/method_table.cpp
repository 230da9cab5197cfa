#include "ui/pages/setup/method_table.h"

#include <array>

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/memory/fit.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

enum MethodColumn { MethodName, Trained, Memory, Merges, Switches, Context, Paper, MethodColumnCount };

QString headingOf(int column) {
    const std::array<QString, MethodColumnCount> headings = {
        MethodTable::tr("Method"), MethodTable::tr("Trained"), MethodTable::tr("Memory"),
        MethodTable::tr("Merges"), MethodTable::tr("Beside"),  MethodTable::tr("Context"),
        MethodTable::tr("Paper")};
    return headings[static_cast<std::size_t>(column)];
}

QString helpOfColumn(int column) {
    const std::array<QString, MethodColumnCount> help = {
        MethodTable::tr("Press a name to choose the method"),
        MethodTable::tr("Parameters that train, and their share of the model's"),
        MethodTable::tr("The most that training needs at once, with the other settings as they are"),
        MethodTable::tr("Whether the result can become part of the model's weights, so that it costs nothing "
                        "when the model is used"),
        MethodTable::tr("Whether the result lies beside the model: a small file, one of several that are "
                        "switched without loading the model again"),
        MethodTable::tr("What the method puts before each text: it takes room of the context and time"),
        MethodTable::tr("Where the method is described, on arxiv.org")};
    return help[static_cast<std::size_t>(column)];
}

QString yesOrNo(bool isSo) {
    return isSo ? MethodTable::tr("yes") : MethodTable::tr("no");
}

QString contextText(const MethodCard& card) {
    if (card.extra_tokens > 0)
        return card.extra_tokens == 1
                   ? MethodTable::tr("1 token")
                   : MethodTable::tr("%1 tokens").arg(static_cast<qlonglong>(card.extra_tokens));
    if (card.extra_keys > 0)
        return card.extra_keys == 1
                   ? MethodTable::tr("1 key a layer")
                   : MethodTable::tr("%1 keys a layer").arg(static_cast<qlonglong>(card.extra_keys));
    return MethodTable::tr("nothing");
}

QString paperLink(const MethodCard& card) {
    const QString number = toQt(card.paper).section(QLatin1Char(':'), 1);
    return number.isEmpty()
               ? QStringLiteral("–")
               : QStringLiteral("<a href=\"https://arxiv.org/abs/%1\">arXiv</a>").arg(number.toHtmlEscaped());
}

QString cellOf(const MethodCard& card, int column) {
    switch (column) {
        case Trained:
            return trainableText(card.trainable_parameters, card.total_parameters);
        case Memory:
            return bytesText(card.expected_bytes);
        case Merges:
            return yesOrNo(card.is_mergeable);
        case Switches:
            return yesOrNo(card.is_switchable);
        case Context:
            return contextText(card);
        default:
            return paperLink(card);
    }
}

}  // namespace

MethodTable::MethodTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("method_table"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    link_ = new QPushButton(this);
    link_->setObjectName(QStringLiteral("compare_methods"));
    setButtonKind(link_, ButtonKind::Link);
    connect(link_, &QPushButton::clicked, this, [this] { setOpen(!isOpen_); });
    layout->addWidget(link_, 0, Qt::AlignLeft);
    note_ = makeLabel(tr("Choose a model to see what each method costs on it."), TextRole::Caption, this);
    note_->setWordWrap(true);
    layout->addWidget(note_);
    setOpen(false);
}

void MethodTable::setOpen(bool isOpen) {
    isOpen_ = isOpen;
    link_->setText(isOpen ? tr("Hide the comparison") : tr("Compare all methods on this model"));
    link_->setIcon(iconOfLink(isOpen ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    rebuild();
}

void MethodTable::showCards(std::vector<MethodCard> cards, std::uint64_t limit, bool isLimitAsked) {
    if (cards == cards_ && limit == limit_ && isLimitAsked == isLimitAsked_)
        return;  // at every change of the form it is asked for
    cards_ = std::move(cards);
    limit_ = limit;
    isLimitAsked_ = isLimitAsked;
    rebuild();
}

void MethodTable::rebuild() {
    note_->setVisible(isOpen_ && cards_.empty());
    // Rows that are not looked at cost nothing.
    const QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = content_ != nullptr && content_->isAncestorOf(focused);
    const QString name = hadFocus ? focused->objectName() : QString();
    if (content_ != nullptr) {
        content_->hide();
        content_->deleteLater();
        content_ = nullptr;
    }
    if (!isOpen_ || cards_.empty())
        return;
    content_ = new QWidget(this);
    grid_ = new QGridLayout(content_);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(spacing::kUnit);
    grid_->setVerticalSpacing(spacing::kHalf);
    addHeadings();
    for (const MethodCard& card : cards_)
        addRow(card);
    layout()->addWidget(content_);
    if (auto* again = hadFocus ? content_->findChild<QWidget*>(name) : nullptr)
        again->setFocus();
}

void MethodTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // Links keep the colour of the theme that they were written in.
    if (event->type() == QEvent::PaletteChange && content_ != nullptr)
        rebuild();
}

void MethodTable::addHeadings() {
    for (int column = 0; column < MethodColumnCount; ++column) {
        QLabel* heading = makeLabel(headingOf(column), TextRole::Caption, content_);
        heading->setToolTip(helpOfColumn(column));
        grid_->addWidget(heading, 0, column, Qt::AlignBottom);
    }
    for (const int column : {Trained, Context})
        grid_->setColumnStretch(column, 1);
}

QPushButton* MethodTable::nameOf(const MethodCard& card) {
    auto* name = new QPushButton(coreText(card.title), content_);
    name->setObjectName(QStringLiteral("method:") + toQt(card.title));
    name->setToolTip(coreText(card.summary));
    name->setAccessibleDescription(coreText(card.summary));
    name->setEnabled(!card.refusal);
    setButtonKind(name, ButtonKind::Link);
    if (card.is_chosen) {
        name->setFont(fontFor(TextRole::Strong, name->font()));
        name->setIcon(iconOfLink(QStringLiteral("check")));
        name->setAccessibleName(tr("%1, chosen").arg(coreText(card.title)));
    }
    connect(name, &QPushButton::clicked, this, [this, card] { Q_EMIT chosen(card); });
    return name;
}

void MethodTable::addRow(const MethodCard& card) {
    const int row = grid_->rowCount();
    grid_->addWidget(nameOf(card), row, MethodName, Qt::AlignLeft);
    if (card.refusal) {
        QLabel* why = makeLabel(coreSentence(card.refusal->message), TextRole::Caption, content_);
        why->setWordWrap(true);
        grid_->addWidget(why, row, Trained, 1, MethodColumnCount - 1);
        return;
    }
    for (int column = Trained; column < MethodColumnCount; ++column)
        addCell(row, column, cellOf(card, column), card);
}

void MethodTable::addCell(int row, int column, const QString& text, const MethodCard& card) {
    QLabel* cell = makeLabel(text, TextRole::Caption, content_);
    const bool isTooLarge = column == Memory && fit_of(card.expected_bytes, limit_) == Fit::TooLarge;
    const QString tooLarge = isLimitAsked_ ? tr("More than the %1 that are asked about")
                                           : tr("More than the %1 that are available");
    setMuted(cell, false);
    cell->setToolTip(isTooLarge ? tooLarge.arg(bytesText(limit_)) : helpOfColumn(column));
    if (isTooLarge)
        cell->setText(tr("%1, too much").arg(text));
    // A long cell becomes higher; the table is never wider than its card.
    cell->setWordWrap(column == Trained || column == Memory || column == Context);
    if (column == Paper) {
        cell->setTextFormat(Qt::RichText);
        cell->setOpenExternalLinks(true);
        cell->setTextInteractionFlags(Qt::TextBrowserInteraction);
    }
    // Read on its own, a cell says what it is of.
    cell->setAccessibleName(column == Paper
                                ? tr("%1, paper: %2").arg(coreText(card.title), toQt(card.paper))
                                : tr("%1, %2: %3").arg(coreText(card.title), headingOf(column), text));
    grid_->addWidget(cell, row, column);
}

}  // namespace tunebench::ui
