// FieldGrid: the fields of a form in rows of columns, wide ones in rows of their own, and below the row of
// the field that is explained its explanation.
#pragma once

#include <vector>

#include <QGridLayout>

namespace tunebench::ui {

class ParamField;

class FieldGrid : public QGridLayout {
public:
    FieldGrid(int columns, QWidget* parent);

    /// Lays out `fields`; `explained` may be null, or `explanation` stands below its row.
    void arrange(const std::vector<ParamField*>& fields, const ParamField* explained, QWidget* explanation);

private:
    int columns_;
};

}  // namespace tunebench::ui
