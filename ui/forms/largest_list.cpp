#include "ui/forms/largest_list.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/forms/fit_suggestions.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/text/unbroken.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/link_row.h"

namespace tunebench::ui {

LargestList::LargestList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("largest_list"));
    rows_ = new QVBoxLayout(this);
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(0);
    hide();
}

void LargestList::showLargest(const std::vector<LargestValue>& values,
                              const std::optional<LargestModel>& model) {
    if (values == values_ && model == model_)
        return;  // at every change of the form it is asked for
    values_ = values;
    model_ = model;
    rebuild();
}

void LargestList::rebuild() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QLabel* title = makeLabel(tr("The largest that fit"), TextRole::Strong, this);
    title->setToolTip(tr("One at a time, with everything else as it is"));
    rows_->addWidget(title);
    for (const LargestValue& value : values_)
        if (value.value > 0)
            addValue(value);
    if (model_) {
        const QString bytes = unbrokenAmount(bytesText(model_->expected_bytes));
        QLabel* label = makeLabel(model_->shape.empty()
                                      ? tr("This model with %1 layers: %2 parameters (%3)")
                                            .arg(model_->layers)
                                            .arg(countText(model_->parameters), bytes)
                                      : tr("Model of the family: %1 (%2)").arg(toQt(model_->shape), bytes),
                                  TextRole::Caption, this);
        label->setObjectName(QStringLiteral("largest_model"));
        label->setWordWrap(true);
        // Below the texts of the rows, as far apart as they are.
        label->setContentsMargins(LinkRow::kInset, spacing::kHalf, spacing::kHalf, spacing::kHalf);
        rows_->addWidget(label);
    }
    setVisible(rows_->count() > 1);
}

void LargestList::addValue(const LargestValue& value) {
    const QString setting = QStringLiteral("%1=%2").arg(toQt(value.setting)).arg(value.value);
    const QString text = settingsText(setting);
    auto* row = new LinkRow(RowTone::Plain,
                            value.is_ceiling
                                ? tr("%1, the most there can be").arg(text)
                                : tr("%1: %2").arg(text, unbrokenAmount(bytesText(value.expected_bytes))),
                            tr("Change it so"), this);
    connect(row, &LinkRow::clicked, this, [this, setting] { Q_EMIT requested({setting}); });
    rows_->addWidget(row);
}

}  // namespace tunebench::ui
