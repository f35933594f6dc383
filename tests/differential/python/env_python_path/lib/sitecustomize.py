print("sitecustomize of PYTHONPATH")
