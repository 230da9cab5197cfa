// FieldRow: one field of the run that a method of the study changes, and the values that it takes there.
#pragma once

#include <vector>

#include <QWidget>

#include "core/study/plan/method_choice.h"
#include "core/study/plan/varied_field.h"

class QLabel;
class QLineEdit;

namespace tunebench::ui {

class ComboEdit;

class FieldRow : public QWidget {
    Q_OBJECT

public:
    explicit FieldRow(QWidget* parent = nullptr);

    /// The fields to choose from; a field that is not among them stays, and is named by the plan's check.
    void setFields(const std::vector<VariableField>& fields);
    void setField(const VariedField& field);
    /// What is wrong goes on as text: the plan's check names it, as the row does.
    VariedField field() const;

Q_SIGNALS:
    void changed();
    void removed();

private:
    const VariableField* chosen() const;
    void onEdited();
    void explain();

    std::vector<VariableField> fields_;
    ComboEdit* key_ = nullptr;
    QLineEdit* values_ = nullptr;
    QLabel* error_ = nullptr;
};

}  // namespace tunebench::ui
