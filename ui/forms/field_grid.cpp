#include "ui/forms/field_grid.h"

#include <algorithm>

#include <QCheckBox>

#include "ui/forms/param_field.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr int kNarrowColumn = 150;

/// A check box with a long name takes two columns: it would make its own wider than the others.
int columnsOf(const ParamField* field, int columns) {
    if (field->isWide())
        return columns;
    const auto* box = qobject_cast<const QCheckBox*>(field->editor());
    const bool isLong = box != nullptr && box->minimumSizeHint().width() > kNarrowColumn;
    return std::min(columns, isLong ? 2 : 1);
}

}  // namespace

FieldGrid::FieldGrid(int columns, QWidget* parent) : columns_(columns) {
    setHorizontalSpacing(spacing::kWide);
    setVerticalSpacing(spacing::kUnit);
    for (int column = 0; column < columns_; ++column) {
        setColumnStretch(column, 1);
        // A column without anything in it has no spacing: fields of short rows would be wider than others.
        auto* strut = new QWidget(parent);
        strut->setFixedHeight(0);
        addWidget(strut, 0, column, Qt::AlignTop);
    }
}

void FieldGrid::arrange(const std::vector<ParamField*>& fields, const ParamField* explained,
                        QWidget* explanation) {
    removeWidget(explanation);
    for (ParamField* field : fields)
        removeWidget(field);
    // Every second row is for an explanation of the row above it.
    int row = 0;
    int column = 0;
    for (ParamField* field : fields) {
        const int span = columnsOf(field, columns_);
        if (column > 0 && column + span > columns_) {
            row += 2;
            column = 0;
        }
        addWidget(field, row, column, 1, span);
        if (field == explained)
            addWidget(explanation, row + 1, 0, 1, columns_);
        column += span;
    }
}

}  // namespace tunebench::ui
