// MethodEditor: one method of the study: what it is called, which method it is, and which fields it changes.
#pragma once

#include <vector>

#include <QWidget>

#include "core/study/plan/method_choice.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tunebench::ui {

class ComboEdit;
class FieldRow;

class MethodEditor : public QWidget {
    Q_OBJECT

public:
    explicit MethodEditor(QWidget* parent = nullptr);

    void setChoice(const MethodChoice& choice);
    MethodChoice choice() const;
    /// Whose values hold where a method says nothing.
    void setBase(const RunConfig& base);

Q_SIGNALS:
    void changed();

private:
    FieldRow* addRow();
    void removeRow(FieldRow* row);
    void updateFields();
    void onMethodChosen();
    void onChanged();

    RunConfig base_ = {};
    QLineEdit* name_ = nullptr;
    ComboEdit* method_ = nullptr;
    QLabel* summary_ = nullptr;
    QVBoxLayout* rows_ = nullptr;
    QCheckBox* search_ = nullptr;
    std::vector<FieldRow*> fieldRows_;
    bool isSetting_ = false;
};

}  // namespace tunebench::ui
