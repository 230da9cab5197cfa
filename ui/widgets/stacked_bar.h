// StackedBar: parts of a whole beside each other, with a mark where the limit lies.
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

namespace tunebench::ui {

struct BarPart {
    QString name = {};
    double size = 0.0;
    int color = 0;  // index into Colors::series
};

class StackedBar : public QWidget {
    Q_OBJECT

public:
    explicit StackedBar(QWidget* parent = nullptr);

    /// The bar's width stands for the larger of the sum and `limit`; 0: no limit.
    void setParts(std::vector<BarPart> parts, double limit);

    QSize sizeHint() const override { return {200, 18}; }
    QSize minimumSizeHint() const override { return {80, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<BarPart> parts_;
    double limit_ = 0.0;
};

}  // namespace tunebench::ui
