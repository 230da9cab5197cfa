#include "ui/pages/playground/token_card.h"

#include <algorithm>

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/pages/playground/answer_view.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/seen_row_view.h"

namespace tunebench::ui {
namespace {

constexpr int kWidest = 220;
constexpr int kBarHeight = 3;
constexpr double kBarRadius = 1.5;

}  // namespace

TokenBars::TokenBars(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Probabilities of the token that is pointed at"));
}

void TokenBars::setToken(std::optional<AnswerToken> token) {
    token_ = std::move(token);
    rows_.clear();
    if (token_) {
        rows_ = token_->likeliest;
        const bool isAmongThem = std::any_of(rows_.begin(), rows_.end(), [this](const TokenChoice& choice) {
            return choice.id == token_->chosen.id;
        });
        if (!isAmongThem)
            rows_.push_back(token_->chosen);
    }
    setAccessibleDescription(token_ ? AnswerView::tokenText(*token_) : QString());
    update();
}

int TokenBars::rowHeight() const {
    return QFontMetrics(fontFor(TextRole::Code, font())).height() + kBarHeight + 2;
}

QSize TokenBars::sizeHint() const {
    return {kWidest, (kAlternatives + 1) * rowHeight()};
}

void TokenBars::paintRow(QPainter& painter, const TokenChoice& choice, const QRect& row) const {
    const Colors& colors = colorsFor(palette());
    const bool isChosen = choice.id == token_->chosen.id;
    const QRect text = row.adjusted(0, 0, 0, -kBarHeight - 1);
    const QString share = probabilityText(choice.probability);
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.setPen(isChosen ? colors.accentText : colors.muted);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, share);
    const int shareWidth = painter.fontMetrics().horizontalAdvance(share) + spacing::kUnit;
    painter.setFont(fontFor(TextRole::Code, font()));
    painter.setPen(isChosen ? colors.accentText : colors.text);
    const QString name = painter.fontMetrics().elidedText(visibleToken(choice.text), Qt::ElideRight,
                                                          text.width() - shareWidth);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);
    QRectF bar(row.left(), row.bottom() - kBarHeight, row.width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.hover);
    painter.drawRoundedRect(bar, kBarRadius, kBarRadius);
    bar.setWidth(std::max(1.0, bar.width() * std::clamp(choice.probability, 0.0, 1.0)));
    painter.setBrush(isChosen ? colors.accent : colors.outline);
    painter.drawRoundedRect(bar, kBarRadius, kBarRadius);
}

void TokenBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (rows_.empty()) {
        painter.setPen(colorsFor(palette()).muted);
        painter.setFont(fontFor(TextRole::Caption, font()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         tr("Point at a token of an answer, or go there with the arrow keys: how likely it "
                            "was, and what else could have stood there."));
        return;
    }
    int y = 0;
    for (const auto& choice : rows_) {
        paintRow(painter, choice, QRect(0, y, width(), rowHeight() - 1));
        y += rowHeight();
    }
}

TokenCard::TokenCard(QWidget* parent) : Card(tr("Token"), parent) {
    bars_ = new TokenBars(this);
    bars_->setObjectName(QStringLiteral("token_bars"));
    body()->addWidget(bars_);
    body()->addStretch(1);
    QLabel* legend = makeLabel(tr("Amber: below 50 %. Red: below 10 %."), TextRole::Caption, this);
    legend->setWordWrap(true);
    body()->addWidget(legend);
}

void TokenCard::setToken(std::optional<AnswerToken> token) {
    bars_->setToken(std::move(token));
}

}  // namespace tunebench::ui
