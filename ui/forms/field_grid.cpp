#include "ui/forms/field_grid.h"

#include "ui/forms/param_field.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {

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
        const bool isWide = field->isWide();
        if (column > 0 && (isWide || column == columns_)) {
            row += 2;
            column = 0;
        }
        addWidget(field, row, column, 1, isWide ? columns_ : 1);
        if (field == explained)
            addWidget(explanation, row + 1, 0, 1, columns_);
        column = isWide ? columns_ : column + 1;
    }
}

}  // namespace tunebench::ui
