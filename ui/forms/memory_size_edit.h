// MemorySizeEdit: a memory size to plan for in place of what this machine has free: "would it fit on 24
// GiB?". A link opens the field; the same link takes the size back.
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tunebench::ui {

class MemorySizeEdit : public QWidget {
    Q_OBJECT

public:
    explicit MemorySizeEdit(QWidget* parent = nullptr);

Q_SIGNALS:
    /// 0: none is asked for. Nothing is told of a text that is no size.
    void changed(quint64 bytes);

private:
    void setOpen(bool isOpen);
    void read();

    QLineEdit* size_ = nullptr;
    QPushButton* link_ = nullptr;
    quint64 told_ = 0;
};

}  // namespace tunebench::ui
