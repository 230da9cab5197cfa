// PreviewPanel: examples of the training data as the model will read them, one at a time.
#pragma once

#include <QWidget>

#include "ui/pages/setup/data_preview.h"

class QLabel;
class QToolButton;

namespace tunebench::ui {

class MessageBar;
class TokenView;

class PreviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget* parent = nullptr);

    void showPreview(DataPreview preview);
    /// Nothing to show yet, and why.
    void showNothing(const QString& reason);

    std::size_t exampleCount() const { return preview_.examples.size(); }

private:
    void showExample(std::size_t index);
    QToolButton* addStep(const QString& icon, const QString& name, int by);

    DataPreview preview_;
    std::size_t index_ = 0;
    QLabel* facts_ = nullptr;
    QLabel* counter_ = nullptr;
    QLabel* legend_ = nullptr;
    QWidget* navigation_ = nullptr;
    QToolButton* previous_ = nullptr;
    QToolButton* next_ = nullptr;
    TokenView* tokens_ = nullptr;
    MessageBar* problem_ = nullptr;
};

}  // namespace tunebench::ui
