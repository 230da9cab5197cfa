#include "ui/pages/hub/hub_list.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {

Card* makeTableCard(QWidget* parent) {
    auto* card = new Card({}, parent);
    card->layout()->setContentsMargins(3, 3, 3, 3);  // round corners stay
    return card;
}

QLabel* makeCentredNote(const QString& text, QWidget* parent) {
    QLabel* note = makeLabel(text, TextRole::Body, parent);
    setMuted(note);
    note->setAlignment(Qt::AlignCenter);
    note->setWordWrap(true);
    note->setMargin(spacing::kPage);
    return note;
}

}  // namespace tunebench::ui
