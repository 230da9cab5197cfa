// TokenCard: the token that somebody points at, and what else could have stood there, as bars.
#pragma once

#include <optional>

#include "core/engine_api/generation.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {

/// A bar for each choice, the chosen one marked.
class TokenBars : public QWidget {
    Q_OBJECT

public:
    explicit TokenBars(QWidget* parent = nullptr);

    void setToken(std::optional<AnswerToken> token);
    /// The likeliest, and the chosen one below them where it is none of them.
    const std::vector<TokenChoice>& rows() const { return rows_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    void paintRow(QPainter& painter, const TokenChoice& choice, const QRect& row) const;

    std::optional<AnswerToken> token_;
    std::vector<TokenChoice> rows_;
};

class TokenCard : public Card {
    Q_OBJECT

public:
    explicit TokenCard(QWidget* parent = nullptr);

    void setToken(std::optional<AnswerToken> token);
    TokenBars* bars() const { return bars_; }

private:
    TokenBars* bars_ = nullptr;
};

/// How many choices a token of the playground is told with.
inline constexpr int kAlternatives = 6;

}  // namespace tunebench::ui
