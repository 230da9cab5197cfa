// RowBrowser: goes through the rows of the first epoch's batches, as the model sees them.
#pragma once

#include <optional>

#include <QWidget>

#include "core/data/model_view.h"
#include "ui/run/latest_task.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace tunebench::ui {

class MessageBar;
class SeenRowView;

class RowBrowser : public QWidget {
    Q_OBJECT

public:
    explicit RowBrowser(QWidget* parent = nullptr);

    void showView(const ModelView& view);
    void showError(const Error& error);
    void showNothing(const QString& reason);
    /// From 0; counts that are too large go to the last row.
    void goTo(std::int64_t row);
    std::int64_t row() const { return row_; }
    SeenRowView* view() const { return tokens_; }

Q_SIGNALS:
    /// Only the first rows of the files were read.
    void allRowsRequested();

private:
    QWidget* buildNavigation();
    QWidget* buildLegend();
    QToolButton* addStep(QWidget* bar, const QString& iconName, const QString& name, int by);
    void show(const SeenRow& row);
    void showCurrentToken();
    void setContentVisible(bool isVisible);

    std::optional<ModelView> view_;
    LatestTask<SeenRow> making_;
    std::int64_t row_ = 0;
    MessageBar* problem_ = nullptr;
    QLabel* note_ = nullptr;
    QWidget* navigation_ = nullptr;
    QWidget* legend_ = nullptr;
    QToolButton* previous_ = nullptr;
    QToolButton* next_ = nullptr;
    QLineEdit* number_ = nullptr;
    QLabel* count_ = nullptr;
    QLabel* facts_ = nullptr;
    QPushButton* readAll_ = nullptr;
    SeenRowView* tokens_ = nullptr;
    QLabel* detail_ = nullptr;
};

}  // namespace tunebench::ui
