#include "ui/pages/setup/card_columns.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {
namespace {

constexpr int kTwoColumnsFrom = 980;

}  // namespace

CardColumns::CardColumns(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(this);
    both_ = new QHBoxLayout(content);
    both_->setContentsMargins(0, 0, spacing::kHalf, spacing::kWide);
    both_->setSpacing(spacing::kWide);
    first_ = new QVBoxLayout;
    second_ = new QVBoxLayout;
    for (QVBoxLayout* column : {first_, second_}) {
        column->setSpacing(spacing::kWide);
        both_->addLayout(column, 1);
    }
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void CardColumns::setCards(std::vector<Card*> all, std::vector<Card*> right) {
    all_ = std::move(all);
    right_ = std::move(right);
    columns_ = 0;
    arrange();
}

void CardColumns::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void CardColumns::arrange() {
    const int columns = width() >= kTwoColumnsFrom ? 2 : 1;
    if (columns == columns_)
        return;
    columns_ = columns;
    for (QVBoxLayout* column : {first_, second_})
        while (QLayoutItem* item = column->takeAt(0))
            delete item;
    const bool hasTwo = columns == 2;
    for (Card* card : all_) {
        const bool goesRight = hasTwo && std::find(right_.begin(), right_.end(), card) != right_.end();
        (goesRight ? second_ : first_)->addWidget(card);
    }
    first_->addStretch(1);
    second_->addStretch(hasTwo ? 1 : 0);
    both_->setStretch(1, hasTwo ? 1 : 0);
    both_->setSpacing(hasTwo ? spacing::kWide : 0);
}

void CardColumns::lead(QWidget* target) {
    // A field that was just unfolded has no place yet.
    QTimer::singleShot(0, target, [this, target] {
        if (qobject_cast<Card*>(target) != nullptr)
            verticalScrollBar()->setValue(target->mapTo(content(), QPoint()).y());
        else
            ensureWidgetVisible(target, 0, 2 * spacing::kPage);
        for (QWidget* widget = target; widget != nullptr; widget = widget->parentWidget())
            if (auto* card = qobject_cast<Card*>(widget))
                card->flash();
    });
}

}  // namespace tunebench::ui
