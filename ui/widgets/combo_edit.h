// ComboEdit: a choice whose value the wheel changes only while it has the focus, so that scrolling a page is
// safe.
#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace tunebench::ui {

class ComboEdit : public QComboBox {
    Q_OBJECT

public:
    explicit ComboEdit(QWidget* parent = nullptr) : QComboBox(parent) {
        setFocusPolicy(Qt::StrongFocus);
        setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        setMinimumContentsLength(8);
    }

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

}  // namespace tunebench::ui
